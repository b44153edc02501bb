#define N 6

bit fork[N];

active [N] proctype philosopher() {
  byte right = (_pid + 1) % N;
  atomic { !fork[_pid] -> fork[_pid] = 1 };
  atomic { !fork[right] -> fork[right] = 1 };
  fork[right] = 0;
  fork[_pid] = 0
}
