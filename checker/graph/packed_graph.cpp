// Packing and reading of rows.

#include "checker/graph/packed_graph.hpp"

#include <cassert>

namespace checker::graph {

namespace {

void put_varint(std::uint64_t value, std::vector<std::uint8_t>& out) {
  for (; value >= 0x80; value >>= 7) out.push_back(static_cast<std::uint8_t>(value | 0x80));
  out.push_back(static_cast<std::uint8_t>(value));
}

}  // namespace

std::uint64_t PackedGraph::get_varint(std::uint64_t& place) const {
  std::uint64_t value = 0;
  for (unsigned shift = 0;; shift += 7) {
    const std::uint8_t byte = bytes_[place++];
    value |= std::uint64_t{byte & 0x7fU} << shift;
    if (byte < 0x80) return value;
  }
}

void PackedGraph::write(const std::vector<Edge>& edges) {
  packed_.clear();
  Vertex newest = newest_;
  put_varint(edges.size(), packed_);
  for (const Edge& e : edges) {
    assert(e.target <= newest + 1 && e.steps >= 1 && e.steps <= 64);
    const std::uint32_t more_steps = e.steps - 1;
    if (e.target > newest) {
      newest = e.target;
      packed_.push_back(static_cast<std::uint8_t>(more_steps << 2 | 1));
      continue;
    }
    const std::uint32_t back = newest - e.target;
    const std::uint32_t more = back >= 32 ? 1 : 0, is_long = more_steps != 0 ? 1 : 0;
    packed_.push_back(static_cast<std::uint8_t>((back & 31) << 3 | more << 2 | is_long << 1));
    if (more != 0) put_varint(back >> 5, packed_);
    if (is_long != 0) packed_.push_back(static_cast<std::uint8_t>(more_steps));
  }
  bytes_.reserve(packed_.size());  // all of the row or nothing
  for (const std::uint8_t byte : packed_) bytes_.push_back(byte);
  newest_ = newest;
  edges_ += edges.size();
}

void PackedGraph::add_row(const std::vector<Edge>& edges) {
  const Place here{bytes_.size(), newest_};
  places_.reserve_one();
  write(edges);
  if (rows_ % kEvery == 0) {
    places_.push_back(here);
  } else if (gap_) {
    moved_[rows_] = here;
  }
  gap_ = false;
  ++rows_;
}

void PackedGraph::add_row_again(Vertex v, const std::vector<Edge>& edges) {
  assert(v < rows_);
  const Place here{bytes_.size(), newest_};
  write(edges);
  again_[v] = here;
  gap_ = true;
}

void PackedGraph::skip(Place& place) const {
  std::uint64_t n = get_varint(place.byte);
  const auto skip_edges = [&](const auto& next) {
    for (; n > 0; --n) {
      const std::uint8_t head = next();
      if ((head & 1) != 0) {
        ++place.newest;
        continue;
      }
      if ((head & 4) != 0) {
        while (next() >= 0x80) {
        }
      }
      if ((head & 2) != 0) next();
    }
  };
  // Mostly the row surely lies side by side. A varint has at most ten bytes.
  if (const auto bytes = bytes_.from(std::min<std::uint64_t>(place.byte, bytes_.size() - 1)); n <= bytes.size() / 12) {
    const std::uint8_t* at = bytes.data();
    skip_edges([&] { return *at++; });
    place.byte += static_cast<std::uint64_t>(at - bytes.data());
  } else {
    skip_edges([&] { return bytes_[place.byte++]; });
  }
}

void PackedGraph::index_rows() {
  if (!moved_.empty()) return;  // few graphs have such rows
  offsets_.resize(rows_);
  Place place;
  for (Vertex v = 0; v < rows_; ++v) {
    const Place& from = places_[v / kEvery];
    if (v % kEvery == 0) place = from;
    const std::uint64_t bytes = place.byte - from.byte, states = place.newest - from.newest;
    offsets_[v] = bytes < 0xffff && states < 0xffff ? static_cast<std::uint32_t>(bytes << 16 | states) : kNoOffset;
    skip(place);
  }
}

PackedGraph::Cursor PackedGraph::row(Vertex v) const {
  Cursor cursor;
  cursor.graph_ = this;
  if (v >= rows_) return cursor;
  Place place;
  const auto again = again_.empty() ? again_.end() : again_.find(v);
  if (again != again_.end()) {
    place = again->second;
  } else if (v < offsets_.size() && offsets_[v] != kNoOffset) {
    place = places_[v / kEvery];
    place.byte += offsets_[v] >> 16;
    place.newest += offsets_[v] & 0xffff;
  } else {
    std::uint32_t at = v - v % kEvery;
    place = places_[at / kEvery];
    if (!moved_.empty()) {
      // Not across a gap.
      for (std::uint32_t later = v; later > at; --later) {
        const auto moved = moved_.find(later);
        if (moved == moved_.end()) continue;
        at = later;
        place = moved->second;
      }
    }
    for (; at < v; ++at) skip(place);
  }
  cursor.left_ = static_cast<std::uint32_t>(get_varint(place.byte));
  cursor.place_ = place.byte;
  cursor.newest_ = place.newest;
  if (cursor.left_ > 0) cursor.read();
  return cursor;
}

void PackedGraph::Cursor::read() {
  const std::uint8_t head = graph_->bytes_[place_++];
  if ((head & 1) != 0) {
    edge_ = {++newest_, (head >> 2) + 1U};
    return;
  }
  std::uint64_t back = head >> 3;
  if ((head & 4) != 0) back += graph_->get_varint(place_) << 5;
  edge_.target = newest_ - static_cast<Vertex>(back);
  edge_.steps = (head & 2) != 0 ? graph_->bytes_[place_++] + 1U : 1;
}

PackedGraph::Cursor& PackedGraph::Cursor::operator++() {
  if (--left_ > 0) read();
  return *this;
}

}  // namespace checker::graph
