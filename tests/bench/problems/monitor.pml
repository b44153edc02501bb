#define P 2
#define C 2
#define M 2
#define B 2

/* A condition variable: how many wait, and how many of those woken have not noticed yet. */
typedef condition { byte waiting, woken };

bit mutex;
byte items, done;
condition not_empty, not_full;

inline lock() { atomic { !mutex -> mutex = 1 } }
inline wait(c) {
  d_step { c.waiting++; mutex = 0 };
  atomic { c.woken > 0 -> c.woken-- };
  lock()
}
inline signal(c) {
  if
  :: c.waiting > 0 -> c.waiting--; c.woken++
  :: else
  fi
}

active [P] proctype producer() {
  byte i;
  do
  :: i < M ->
    lock();
    do
    :: items == B -> wait(not_full)
    :: else -> break
    od;
    atomic { items++; signal(not_empty); i++; mutex = 0 }
  :: else -> break
  od;
  done++
}

active [C] proctype consumer() {
  byte i;
  do
  :: i < M * P / C ->
    lock();
    do
    :: items == 0 -> wait(not_empty)
    :: else -> break
    od;
    atomic { items--; signal(not_full); i++; mutex = 0 }
  :: else -> break
  od;
  done++
}

active proctype last() {
  atomic { done == P + C -> assert(items == 0) }
}
