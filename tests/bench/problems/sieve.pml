#define N 13
#define END 0 /* stands for close */

proctype sieve(chan in) {
  byte prime, number;
  chan next = [0] of { byte };
  in?prime;
  if
  :: prime == END
  :: else ->
    run sieve(next);
    do
    :: in?number ->
      if
      :: number == END -> break
      :: else ->
        if
        :: number % prime != 0 -> next!number
        :: else
        fi
      fi
    od;
    next!END
  fi
}

init {
  chan numbers = [0] of { byte };
  byte i = 2;
  run sieve(numbers);
  do
  :: i <= N -> numbers!i; i++
  :: else -> break
  od;
  numbers!END
}
