#define P 2
#define M 4
#define B 1

chan items = [B] of { byte };
byte done;
bit closed;

active [P] proctype producer() {
  byte i;
  do
  :: i < M ->
    atomic {
      if
      :: closed -> assert(false); break
      :: !closed && nfull(items) -> items!i; i++
      fi
    }
  :: else -> break
  od;
  if
  :: _pid < P - 1 -> done++
  :: else
  fi
}

active proctype closer() {
  atomic { done == P - 1 -> closed = 1 }
}

active proctype consumer() {
  byte item;
  do
  :: atomic { items?item; assert(item < M); item = 0 }
  :: closed && empty(items) -> break
  od
}
