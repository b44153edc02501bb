#define N 2
#define K 10

bit a, b;

active [N] proctype worker() {
  byte i;
  do
  :: i < K - 1 || (i == K - 1 && _pid != N - 1) ->
    atomic { !a -> a = 1 };
    atomic { !b -> b = 1 };
    b = 0;
    d_step { a = 0; i++ }
  :: else -> break
  od;
  if
  :: _pid == N - 1 ->
    atomic { !b -> b = 1 };
    atomic { !a -> a = 1 };
    a = 0;
    b = 0
  :: else
  fi
}
