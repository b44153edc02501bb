#define N 4
#define P 2

byte arrived, phase, done;

active [N] proctype worker() {
  byte mine;
  do
  :: mine < P ->
    d_step {
      arrived++;
      if
      :: arrived == N -> arrived = 0; phase++
      :: else
      fi
    };
    atomic { phase > mine -> mine++ }
  :: else -> break
  od;
  done++
}

active proctype last() {
  atomic { done == N -> assert(phase == P) }
}
