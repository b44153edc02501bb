#define W 2
#define J 3
#define B 2
#define END 255 /* stands for close */

chan jobs = [B] of { byte };
chan results = [B] of { byte };

active [W] proctype worker() {
  byte job;
  do
  :: jobs?job ->
    if
    :: job == END -> break
    :: else -> results!job
    fi
  od
}

active proctype producer() {
  byte i;
  xs jobs;
  do
  :: i < J -> atomic { jobs!i; i++ }
  :: else -> break
  od;
  do
  :: i < J + W -> atomic { jobs!END; i++ }
  :: else -> break
  od
}

active proctype collector() {
  byte i, result;
  xr results;
  do
  :: i < J -> atomic { results?result; assert(result < J); result = 0; i++ }
  :: else -> break
  od
}
