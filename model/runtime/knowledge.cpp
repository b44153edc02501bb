#include "model/runtime/knowledge.hpp"

#include <algorithm>

namespace model::runtime {
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

const Bits* Knowledge::bits_of(const Carrier& c) const {
  for (const Entry& e : carriers_) {
    if (e.carrier == c) return &e.bits;
  }
  return nullptr;
}

bool Knowledge::has(const Carrier& c, std::size_t row) const {
  const Bits* bits = bits_of(c);
  return bits != nullptr && bits->test(row);
}

void Knowledge::merge(const Carrier& to, const Carrier& from) {
  if (rows_.empty()) return;
  const Entry* source = find(from);
  if (source == nullptr) return;
  const Bits bits = source->bits;
  get(to).bits.unite(bits);
}

void Knowledge::copy(const Carrier& to, const Carrier& from) {
  if (rows_.empty()) return;
  const Entry* source = find(from);
  if (source == nullptr) return erase(to);
  Bits bits = source->bits;
  get(to).bits = std::move(bits);
}

void Knowledge::learn(Edge edge, const Carrier& g, const Carrier& from) {
  if (mutation_ == kEdgeMutation + static_cast<std::uint32_t>(edge)) return;
  merge(g, from);
}

void Knowledge::erase(const Carrier& c) {
  if (Entry* e = find(c)) {
    *e = std::move(carriers_.back());
    carriers_.pop_back();
  }
}

void Knowledge::join(Carrier c, Carrier from) {
  note(Change::Kind::Join, {}, c, from);
  merge(c, from);
}

void Knowledge::assign(Carrier c, Carrier from) {
  note(Change::Kind::Assign, {}, c, from);
  copy(c, from);
}

void Knowledge::acquire(Edge edge, Carrier g, Carrier from) {
  note(Change::Kind::Acquire, edge, g, from);
  learn(edge, g, from);
}

void Knowledge::exchange(Edge edge, Carrier g, Carrier place) {
  note(Change::Kind::Exchange, edge, g, place);
  if (rows_.empty()) return;
  const Entry* source = find(g);
  Bits before = source != nullptr ? source->bits : Bits{};
  learn(edge, g, place);
  if (mutation_ == kEagerBufferMutation) return copy(place, g);
  if (before.none()) return erase(place);
  get(place).bits = std::move(before);
}

void Knowledge::meet(Carrier sender, Carrier receiver) {
  note(Change::Kind::Meet, {}, sender, receiver);
  if (rows_.empty()) return;
  const Entry* s = find(sender);
  const Bits before = s != nullptr ? s->bits : Bits{};
  learn(Edge::ReceiveSend, sender, receiver);
  if (mutation_ == kEdgeMutation + static_cast<std::uint32_t>(Edge::SendReceive)) return;
  get(receiver).bits.unite(before);
}

void Knowledge::drop(Carrier c) {
  note(Change::Kind::Drop, {}, c, c);
  erase(c);
}

void Knowledge::rotate(std::uint32_t channel, std::uint32_t capacity) {
  const Carrier buffer{Carrier::Kind::ChanSlot, channel, 0};
  note(Change::Kind::Rotate, {}, buffer, buffer, capacity);
  for (Entry& e : carriers_) {
    if (e.carrier.kind != Carrier::Kind::ChanSlot || e.carrier.object != channel) continue;
    e.carrier.index = e.carrier.index == 0 ? capacity - 1 : e.carrier.index - 1;
  }
}

bool Knowledge::make(const Change& c) {
  switch (c.kind) {
    case Change::Kind::Acquire: acquire(c.edge, c.to, c.from); break;
    case Change::Kind::Exchange: exchange(c.edge, c.to, c.from); break;
    case Change::Kind::Meet: meet(c.to, c.from); break;
    case Change::Kind::Join: join(c.to, c.from); break;
    case Change::Kind::Assign: assign(c.to, c.from); break;
    case Change::Kind::Drop: drop(c.to); break;
    case Change::Kind::Rotate: rotate(c.to.object, c.count); break;
    case Change::Kind::Ask:
      return conflicts(c.to.object, c.from.object, c.from.index, c.count, c.write, c.atomic).empty();
    case Change::Kind::Access:
      return access(c.to.object, c.from.object, c.from.index, c.count, c.write, c.atomic).empty();
  }
  return true;
}

std::size_t Knowledge::add_row(const Row& row, std::uint32_t g) {
  rows_.push_back(row);
  get(goroutine_carrier(g)).bits.set(rows_.size() - 1);
  return rows_.size() - 1;
}

void Knowledge::remove_rows(const Bits& removed) {
  if (removed.none()) return;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (removed.test(i)) continue;
    if (kept != i) {
      rows_[kept] = rows_[i];
      for (Entry& e : carriers_) {
        if (e.bits.test(i)) {
          e.bits.set(kept);
        } else {
          e.bits.reset(kept);
        }
      }
    }
    ++kept;
  }
  for (Entry& e : carriers_) {
    for (std::size_t i = kept; i < rows_.size(); ++i) e.bits.reset(i);
  }
  rows_.resize(kept);
}

std::vector<std::uint32_t> Knowledge::racing(std::uint32_t g, std::uint32_t object, std::uint32_t offset,
                                             std::uint32_t count, bool write, bool atomic) const {
  const std::uint32_t end = offset + count;
  std::vector<std::uint32_t> races;
  const Bits* own = bits_of(goroutine_carrier(g));
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const Row& row = rows_[i];
    if (row.object != object || row.offset >= end || row.offset + row.count <= offset) continue;
    if (!(write || row.write) || (atomic && row.atomic) || (own != nullptr && own->test(i))) continue;
    const std::uint32_t last = std::min(row.offset + row.count, end);
    for (std::uint32_t at = std::max(row.offset, offset); at < last; ++at) races.push_back(at);
  }
  std::ranges::sort(races);
  races.erase(std::ranges::unique(races).begin(), races.end());
  return races;
}

std::vector<std::uint32_t> Knowledge::conflicts(std::uint32_t g, std::uint32_t object, std::uint32_t offset,
                                                std::uint32_t count, bool write, bool atomic) {
  note_access(Change::Kind::Ask, g, object, offset, count, write, atomic);
  return racing(g, object, offset, count, write, atomic);
}

std::vector<std::uint32_t> Knowledge::access(std::uint32_t g, std::uint32_t object, std::uint32_t offset,
                                             std::uint32_t count, bool write, bool atomic) {
  const Carrier self = goroutine_carrier(g);
  note_access(Change::Kind::Access, g, object, offset, count, write, atomic);
  const std::uint32_t end = offset + count;
  std::vector<std::uint32_t> races = racing(g, object, offset, count, write, atomic);
  const Bits* own = bits_of(self);
  const Bits before = own != nullptr ? *own : Bits{};
  Bits removed;
  const std::size_t old_rows = rows_.size();
  bool covered = false;  // a read row that is at least as strong is there already
  const Row now{object, offset, count, write, atomic};
  for (std::size_t i = 0; i < old_rows; ++i) {
    const Row row = rows_[i];
    if (row.object != object || row.offset >= end || row.offset + row.count <= offset) continue;
    const bool known = before.test(i);
    // A write replaces what it is ordered after; so does a read of what the same carriers know already.
    // An atomic write replaces no plain access: a later atomic one need not be ordered after the first, and would still
    // race with the second.
    if (known && write && (!atomic || row.atomic)) {
      if (row == now && !covered) {  // in its place: only g knows the new row
        for (Entry& e : carriers_) e.bits.reset(i);
        get(self).bits.set(i);
        covered = true;
        continue;
      }
      removed.set(i);
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
          if (e.bits.test(i)) e.bits.set(rows_.size() - 1);
        }
      }
    } else if (known && !write && !row.write && row.atomic == atomic && row.offset <= offset &&
               row.offset + row.count >= end) {
      // The new row will be {g}, which is inside every row that has g: such a row is superseded by it, or equal to it.
      std::size_t holders = 0;
      for (const Entry& e : carriers_) holders += e.bits.test(i) ? 1 : 0;
      if (holders == 1) covered = true;
      if (holders > 1 && row.offset == offset && row.count == count) removed.set(i);
    }
  }
  if (!covered) add_row(now, g);
  remove_rows(removed);
  return races;
}

void Knowledge::normalise(const Setting& setting) {
  if (rows_.empty()) {
    carriers_.clear();
    return;
  }
  std::size_t living = setting.timers.size();
  for (const std::uint8_t a : setting.alive) living += a;
  Bits common;  // what all who are alive have
  std::size_t seen = 0;
  const auto is_alive = [&](const Carrier& c) {
    if (c.kind == Carrier::Kind::Goroutine) return setting.alive[c.object] != 0;
    return c.kind == Carrier::Kind::Timer && std::ranges::find(setting.timers, c.object) != setting.timers.end();
  };
  for (std::size_t i = 0; i < carriers_.size();) {
    const Carrier& c = carriers_[i].carrier;
    const bool alive = is_alive(c);
    const bool gone = c.kind == Carrier::Kind::Goroutine ? !alive : setting.objects[c.object] == 0;
    if (gone) {
      carriers_[i] = std::move(carriers_.back());
      carriers_.pop_back();
      continue;
    }
    if (alive && seen++ == 0) {
      common = carriers_[i].bits;
    } else if (alive) {
      common.intersect(carriers_[i].bits);
    }
    ++i;
  }
  Bits removed;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const std::uint32_t object = rows_[i].object;
    const std::uint32_t owner = setting.owners.empty() ? kNoOwner : setting.owners[object];
    const bool gone = object != 0 && setting.objects[object] == 0;
    const bool owned = owner < setting.alive.size() && has(goroutine_carrier(owner), i);
    if (gone || owned || living == 0 || (seen == living && common.test(i))) removed.set(i);
  }
  remove_rows(removed);
  std::erase_if(carriers_, [&](const Entry& e) { return e.bits.none(); });
}

/// Of the reads of one place those that another, known to fewer, stands for. After rows were merged: what is encoded and
/// decoded is encoded the same again.
void Knowledge::remove_superseded() {
  const auto stands_for = [](const Column& a, const Column& b) {
    Bits both = a.holders;
    both.intersect(b.holders);
    return a.row == b.row && !a.row.write && both == a.holders;
  };
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    for (std::size_t j = columns_.size(); j-- > 0;) {
      if (i == j || !stands_for(columns_[i], columns_[j])) continue;
      columns_.erase(columns_.begin() + static_cast<std::ptrdiff_t>(j));
      if (j < i) --i;
    }
  }
}

void Knowledge::encode(const Setting& setting, std::vector<std::uint32_t>& words) {
  if (rows_.empty()) return;
  named_.clear();
  for (const Entry& e : carriers_) {
    Carrier c = e.carrier;
    c.object = c.kind == Carrier::Kind::Goroutine ? setting.goroutines[c.object] : setting.objects[c.object];
    named_.push_back({c, &e.bits});
  }
  std::ranges::sort(named_, {}, &Named::carrier);
  columns_.clear();
  for (const Row& row : rows_) {
    columns_.push_back({row, columns_.size(), {}});
    columns_.back().row.object = setting.objects[row.object];
  }
  for (std::size_t c = 0; c < named_.size(); ++c) {
    named_[c].bits->for_each([&](std::size_t i) { columns_[i].holders.set(c); });
  }
  std::ranges::sort(columns_, [](const Column& a, const Column& b) {
    if (a.row.object != b.row.object) return a.row.object < b.row.object;
    if (a.row.write != b.row.write) return a.row.write < b.row.write;
    if (a.row.atomic != b.row.atomic) return a.row.atomic < b.row.atomic;
    if (a.holders != b.holders) return a.holders < b.holders;
    return std::pair{a.row.offset, a.row.count} < std::pair{b.row.offset, b.row.count};
  });
  // Adjacent ranges with the same holders are one row; equal rows are one.
  std::size_t merged = 0;
  for (std::size_t i = 1; i < columns_.size(); ++i) {
    Column& into = columns_[merged];
    const Row& row = columns_[i].row;
    if (into.same_place_as(columns_[i]) && into.holders == columns_[i].holders && row.offset <= into.row.offset + into.row.count) {
      into.row.count = std::max(into.row.offset + into.row.count, row.offset + row.count) - into.row.offset;
    } else if (++merged != i) {
      columns_[merged] = std::move(columns_[i]);
    }
  }
  columns_.resize(merged + 1);
  remove_superseded();
  words.push_back(static_cast<std::uint32_t>(columns_.size()));
  for (const Column& c : columns_) {
    words.push_back(c.row.object);
    words.push_back(c.row.offset << 2 | (c.row.write ? 1U : 0) | (c.row.atomic ? 2U : 0));
    words.push_back(c.row.count);
  }
  bool as_before = columns_.size() == rows_.size();
  for (std::size_t i = 0; i < columns_.size(); ++i) as_before = as_before && columns_[i].from == i;
  for (std::size_t c = 0; c < named_.size(); ++c) {
    Bits bits;
    if (as_before) {
      bits = *named_[c].bits;
    } else {
      for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (columns_[i].holders.test(c)) bits.set(i);
      }
    }
    if (bits.none()) continue;
    words.push_back(static_cast<std::uint32_t>(named_[c].carrier.kind));
    words.push_back(named_[c].carrier.object);
    words.push_back(named_[c].carrier.index);
    for (std::size_t i = 0; i < (columns_.size() + 31) / 32; ++i) {
      const std::uint64_t w = bits.word(i / 2);
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
    for (std::size_t i = 0; i < (rows + 31) / 32; ++i) {
      e.bits.put_word(i / 2, e.bits.word(i / 2) | std::uint64_t{words[at++]} << (i % 2 * 32));
    }
    carriers_.push_back(std::move(e));
  }
}

}  // namespace model::runtime
