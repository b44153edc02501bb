// Rows of events, for orders: Knowledge as for accesses of memory, on object 0, which no memory has. What is ordered after an
// event is decided by joins and assigns like everything else; a mark that all live goroutines know is forgotten, since every
// later goroutine will know it.

#include "model/runtime/knowledge.hpp"

namespace model::runtime {
/// A row for each mark: the stored form joins neighbours.
void Knowledge::split_marks() {
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    while (rows_[i].object == 0 && rows_[i].count > 1) {
      --rows_[i].count;
      Row last = rows_[i];
      last.offset += rows_[i].count;
      last.count = 1;
      rows_.push_back(last);
      for (Entry& e : carriers_) {
        if (e.bits.test(i)) e.bits.set(rows_.size() - 1);
      }
    }
  }
}

void Knowledge::add_mark(std::uint32_t g, std::uint32_t mark) {
  split_marks();
  add_row({0, mark, 1, false, false}, g);
}

bool Knowledge::knows_mark(std::uint32_t g, std::uint32_t mark) const {
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const Row& r = rows_[i];
    if (r.object == 0 && r.offset <= mark && mark < r.offset + r.count && !has(goroutine_carrier(g), i)) return false;
  }
  return true;
}

void Knowledge::copy_mark(std::uint32_t from, std::uint32_t to) {
  split_marks();
  const std::size_t count = rows_.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (rows_[i].object != 0 || rows_[i].offset != from) continue;
    Row row = rows_[i];
    row.offset = to;
    rows_.push_back(row);
    for (Entry& e : carriers_) {
      if (e.bits.test(i)) e.bits.set(rows_.size() - 1);
    }
  }
}

void Knowledge::drop_mark(std::uint32_t mark, std::uint32_t end) {
  split_marks();
  Bits removed;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (rows_[i].object != 0) continue;
    if (rows_[i].offset == mark) removed.set(i);
    if (rows_[i].offset > mark && rows_[i].offset < end) --rows_[i].offset;
  }
  remove_rows(removed);
}

}  // namespace model::runtime
