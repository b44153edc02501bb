#define N 3
#define K 3

byte counter, done;
bit mutex;

active [N] proctype adder() {
  byte i;
  do
  :: i < K ->
    atomic { !mutex -> mutex = 1; counter++ };
    d_step { mutex = 0; i++ }
  :: else -> break
  od;
  done++
}

active proctype last() {
  atomic { done == N -> assert(counter == N * K) }
}
