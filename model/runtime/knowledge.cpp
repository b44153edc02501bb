#include "model/runtime/knowledge.hpp"

#include <algorithm>
#include <numeric>

namespace model::runtime {
namespace {

bool test(const std::vector<std::uint64_t>& bits, std::size_t i) {
  return i / 64 < bits.size() && (bits[i / 64] >> (i % 64) & 1) != 0;
}
void set(std::vector<std::uint64_t>& bits, std::size_t i) {
  if (bits.size() <= i / 64) bits.resize(i / 64 + 1, 0);
  bits[i / 64] |= std::uint64_t{1} << (i % 64);
}

}  // namespace

void Knowledge::clear() {
  rows_.clear();
  carriers_.clear();
}

Knowledge::Entry* Knowledge::find(const Carrier& c) {
  for (Entry& e : carriers_) {
    if (e.carrier == c) return &e;
  }
  return nullptr;
}

Knowledge::Entry& Knowledge::get(const Carrier& c) {
  if (Entry* e = find(c)) return *e;
  return carriers_.emplace_back(Entry{c, {}});
}

bool Knowledge::has(const Carrier& c, std::size_t row) const {
  for (const Entry& e : carriers_) {
    if (e.carrier == c) return test(e.bits, row);
  }
  return false;
}

void Knowledge::join(Carrier c, Carrier from) {
  if (rows_.empty()) return;
  const Entry* source = find(from);
  if (source == nullptr) return;
  const Bits bits = source->bits;
  Entry& target = get(c);
  if (target.bits.size() < bits.size()) target.bits.resize(bits.size(), 0);
  for (std::size_t i = 0; i < bits.size(); ++i) target.bits[i] |= bits[i];
}

void Knowledge::assign(Carrier c, Carrier from) {
  if (rows_.empty()) return;
  const Entry* source = find(from);
  if (source == nullptr) return drop(c);
  Bits bits = source->bits;
  get(c).bits = std::move(bits);
}

void Knowledge::acquire(Edge edge, Carrier g, Carrier from) {
  if (mutation_ == kEdgeMutation + static_cast<std::uint32_t>(edge)) return;
  join(g, from);
}

void Knowledge::exchange(Edge edge, Carrier g, Carrier place) {
  if (rows_.empty()) return;
  const Entry* source = find(g);
  Bits before = source != nullptr ? source->bits : Bits{};
  acquire(edge, g, place);
  if (mutation_ == kEagerBufferMutation) return assign(place, g);
  if (before.empty()) return drop(place);
  get(place).bits = std::move(before);
}

void Knowledge::meet(Carrier sender, Carrier receiver) {
  if (rows_.empty()) return;
  const Entry* s = find(sender);
  const Bits before = s != nullptr ? s->bits : Bits{};
  acquire(Edge::ReceiveSend, sender, receiver);
  if (mutation_ == kEdgeMutation + static_cast<std::uint32_t>(Edge::SendReceive)) return;
  Bits& bits = get(receiver).bits;
  if (bits.size() < before.size()) bits.resize(before.size(), 0);
  for (std::size_t i = 0; i < before.size(); ++i) bits[i] |= before[i];
}

void Knowledge::drop(Carrier c) {
  if (Entry* e = find(c)) {
    *e = std::move(carriers_.back());
    carriers_.pop_back();
  }
}

void Knowledge::rotate(std::uint32_t channel, std::uint32_t capacity) {
  for (Entry& e : carriers_) {
    if (e.carrier.kind != Carrier::Kind::ChanSlot || e.carrier.object != channel) continue;
    e.carrier.index = e.carrier.index == 0 ? capacity - 1 : e.carrier.index - 1;
  }
}

std::size_t Knowledge::add_row(const Row& row, std::uint32_t g) {
  rows_.push_back(row);
  set(get(goroutine_carrier(g)).bits, rows_.size() - 1);
  return rows_.size() - 1;
}

void Knowledge::remove_rows(const std::vector<bool>& removed) {
  std::vector<std::size_t> kept;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (i >= removed.size() || !removed[i]) kept.push_back(i);
  }
  if (kept.size() == rows_.size()) return;
  std::vector<Row> rows;
  for (const std::size_t i : kept) rows.push_back(rows_[i]);
  for (Entry& e : carriers_) {
    Bits bits;
    for (std::size_t i = 0; i < kept.size(); ++i) {
      if (test(e.bits, kept[i])) set(bits, i);
    }
    e.bits = std::move(bits);
  }
  rows_ = std::move(rows);
}

std::vector<std::uint32_t> Knowledge::conflicts(std::uint32_t g, std::uint32_t object, std::uint32_t offset,
                                                std::uint32_t count, bool write, bool atomic) const {
  const std::uint32_t end = offset + count;
  std::vector<std::uint32_t> races;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const Row& row = rows_[i];
    if (row.object != object || row.offset >= end || row.offset + row.count <= offset) continue;
    if (!(write || row.write) || (atomic && row.atomic) || has(goroutine_carrier(g), i)) continue;
    const std::uint32_t last = std::min(row.offset + row.count, end);
    for (std::uint32_t at = std::max(row.offset, offset); at < last; ++at) races.push_back(at);
  }
  std::ranges::sort(races);
  races.erase(std::ranges::unique(races).begin(), races.end());
  return races;
}

std::vector<std::uint32_t> Knowledge::access(std::uint32_t g, std::uint32_t object, std::uint32_t offset,
                                std::uint32_t count, bool write, bool atomic) {
  const Carrier self = goroutine_carrier(g);
  const std::uint32_t end = offset + count;
  std::vector<std::uint32_t> races = conflicts(g, object, offset, count, write, atomic);
  std::vector<bool> removed(rows_.size(), false);
  const std::size_t old_rows = rows_.size();
  bool covered = false;  // a read row that is at least as strong is there already
  for (std::size_t i = 0; i < old_rows; ++i) {
    const Row row = rows_[i];
    if (row.object != object || row.offset >= end || row.offset + row.count <= offset) continue;
    const bool known = has(self, i);
    // A write replaces what it is ordered after; so does a read of what the same carriers know already.
    // An atomic write replaces no plain access: a later atomic one need not be ordered after the first, and would still
    // race with the second.
    if (known && write && (!atomic || row.atomic)) {
      removed[i] = true;
      for (const bool front : {true, false}) {
        Row rest = row;
        if (front) {
          if (row.offset >= offset) continue;
          rest.count = offset - row.offset;
        } else {
          if (row.offset + row.count <= end) continue;
          rest.offset = end;
          rest.count = row.offset + row.count - end;
        }
        rows_.push_back(rest);
        for (Entry& e : carriers_) {
          if (test(e.bits, i)) set(e.bits, rows_.size() - 1);
        }
      }
    } else if (!write && !row.write && row.atomic == atomic && row.offset <= offset &&
               row.offset + row.count >= end) {
      // The new row will be {g}, which is inside every row that has g: such a row is superseded by it, or equal to it.
      std::size_t holders = 0;
      for (const Entry& e : carriers_) holders += test(e.bits, i) ? 1 : 0;
      if (known && holders == 1) covered = true;
      if (known && holders > 1 && row.offset == offset && row.count == count) removed[i] = true;
    }
  }
  removed.resize(rows_.size(), false);
  if (!covered) {
    add_row({object, offset, count, write, atomic}, g);
    removed.push_back(false);
  }
  remove_rows(removed);
  return races;
}

void Knowledge::normalise(std::span<const Carrier> alive,
                          const std::function<bool(std::uint32_t)>& gone,
                          const std::function<std::uint32_t(std::uint32_t)>& owner,
                          const std::function<bool(const Carrier&)>& carrier_gone) {
  if (rows_.empty()) {
    carriers_.clear();
    return;
  }
  std::erase_if(carriers_, [&](const Entry& e) { return carrier_gone(e.carrier); });
  std::vector<bool> removed(rows_.size(), false);
  std::vector<const Entry*> live;
  for (const Carrier& c : alive) live.push_back(find(c));
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const Row& row = rows_[i];
    if (gone(row.object)) {
      removed[i] = true;
      continue;
    }
    const std::uint32_t only = owner(row.object);
    if (only != kNoOwner && has(goroutine_carrier(only), i)) {
      removed[i] = true;
      continue;
    }
    removed[i] = std::ranges::all_of(
        live, [&](const Entry* e) { return e != nullptr && test(e->bits, i); });
  }
  remove_rows(removed);
  std::erase_if(carriers_, [&](const Entry& e) {
    return std::ranges::all_of(e.bits, [](std::uint64_t w) { return w == 0; });
  });
}

void Knowledge::encode(const std::function<std::uint32_t(std::uint32_t)>& object_name,
                       const std::function<std::uint32_t(std::uint32_t)>& goroutine_name,
                       std::vector<std::uint32_t>& words) const {
  if (rows_.empty()) return;
  struct Named {
    Carrier carrier;
    const Bits* bits;
  };
  std::vector<Named> carriers;
  for (const Entry& e : carriers_) {
    Carrier c = e.carrier;
    c.object = c.kind == Carrier::Kind::Goroutine ? goroutine_name(c.object) : object_name(c.object);
    carriers.push_back({c, &e.bits});
  }
  std::ranges::sort(carriers, {}, &Named::carrier);
  struct Column {
    Row row;
    Bits holders;
    bool same_place_as(const Column& o) const {
      return row.object == o.row.object && row.write == o.row.write && row.atomic == o.row.atomic;
    }
  };
  std::vector<Column> columns;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    Column column{rows_[i], {}};
    column.row.object = object_name(rows_[i].object);
    for (std::size_t c = 0; c < carriers.size(); ++c) {
      if (test(*carriers[c].bits, i)) set(column.holders, c);
    }
    columns.push_back(std::move(column));
  }
  std::ranges::sort(columns, [](const Column& a, const Column& b) {
    if (a.row.object != b.row.object) return a.row.object < b.row.object;
    if (a.row.write != b.row.write) return a.row.write < b.row.write;
    if (a.row.atomic != b.row.atomic) return a.row.atomic < b.row.atomic;
    if (a.holders != b.holders) return a.holders < b.holders;
    return std::pair{a.row.offset, a.row.count} < std::pair{b.row.offset, b.row.count};
  });
  // Adjacent ranges with the same holders are one row; equal rows are one.
  std::vector<Column> merged;
  for (Column& c : columns) {
    if (!merged.empty() && merged.back().same_place_as(c) && merged.back().holders == c.holders &&
        c.row.offset <= merged.back().row.offset + merged.back().row.count) {
      Row& into = merged.back().row;
      into.count = std::max(into.offset + into.count, c.row.offset + c.row.count) - into.offset;
      continue;
    }
    merged.push_back(std::move(c));
  }
  words.push_back(static_cast<std::uint32_t>(merged.size()));
  for (const Column& c : merged) {
    words.push_back(c.row.object);
    words.push_back(c.row.offset << 2 | (c.row.write ? 1U : 0) | (c.row.atomic ? 2U : 0));
    words.push_back(c.row.count);
  }
  for (std::size_t c = 0; c < carriers.size(); ++c) {
    Bits bits;
    for (std::size_t i = 0; i < merged.size(); ++i) {
      if (test(merged[i].holders, c)) set(bits, i);
    }
    if (bits.empty()) continue;
    words.push_back(static_cast<std::uint32_t>(carriers[c].carrier.kind));
    words.push_back(carriers[c].carrier.object);
    words.push_back(carriers[c].carrier.index);
    for (std::size_t i = 0; i < (merged.size() + 31) / 32; ++i) {
      const std::uint64_t w = i / 2 < bits.size() ? bits[i / 2] : 0;
      words.push_back(static_cast<std::uint32_t>(i % 2 == 0 ? w : w >> 32));
    }
  }
}

void Knowledge::decode(std::span<const std::uint32_t> words) {
  clear();
  if (words.empty()) return;
  std::size_t at = 0;
  const std::size_t rows = words[at++];
  for (std::size_t i = 0; i < rows; ++i) {
    Row row;
    row.object = words[at++];
    row.write = (words[at] & 1) != 0;
    row.atomic = (words[at] & 2) != 0;
    row.offset = words[at++] >> 2;
    row.count = words[at++];
    rows_.push_back(row);
  }
  while (at < words.size()) {
    Entry e;
    e.carrier.kind = static_cast<Carrier::Kind>(words[at++]);
    e.carrier.object = words[at++];
    e.carrier.index = words[at++];
    e.bits.assign((rows + 63) / 64, 0);
    for (std::size_t i = 0; i < (rows + 31) / 32; ++i) {
      e.bits[i / 2] |= std::uint64_t{words[at++]} << (i % 2 * 32);
    }
    carriers_.push_back(std::move(e));
  }
}

}  // namespace model::runtime
