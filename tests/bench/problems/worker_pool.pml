#define W 3
#define J 4

chan jobs = [0] of { byte };
chan results = [0] of { byte };
bit closed;

active [W] proctype worker() {
  byte job;
  do
  :: jobs?job -> results!job
  :: closed -> break
  od
}

active proctype producer() {
  byte i;
  do
  :: i < J -> jobs!i; i++
  :: else -> break
  od;
  closed = 1
}

active proctype collector() {
  byte i, result;
  do
  :: i < J -> atomic { results?result; assert(result < J); result = 0; i++ }
  :: else -> break
  od
}
