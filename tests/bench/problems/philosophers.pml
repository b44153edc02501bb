#define N 6

bit fork[N];

active [N] proctype philosopher() {
  byte first, second;
  d_step {
    if
    :: _pid == N - 1 -> first = 0; second = N - 1
    :: else -> first = _pid; second = _pid + 1
    fi
  }
  atomic { !fork[first] -> fork[first] = 1 };
  atomic { !fork[second] -> fork[second] = 1 };
  fork[second] = 0;
  fork[first] = 0
}
