#define R 3
#define W 2

byte readers, value, done;
bit writer; /* one waits for the readers, or writes */

active [R] proctype reader() {
  atomic { !writer -> readers++; assert(value <= W) };
  d_step { readers--; done++ }
}

active [W] proctype writing() {
  atomic { !writer -> writer = 1 };
  atomic { readers == 0 -> value++ };
  d_step { writer = 0; done++ }
}

active proctype last() {
  atomic { done == R + W -> assert(value == W) }
}
