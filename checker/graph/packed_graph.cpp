// Packing and reading of rows.

#include "checker/graph/packed_graph.hpp"

#include <bit>
#include <cassert>

namespace checker::graph {

/// Reads the stream from one half byte on.
class PackedGraph::Halves {
 public:
  Halves(const store::ChunkedArray<std::uint8_t>& bytes, std::uint64_t place) : bytes_(bytes) { go_to(place); }

  std::uint32_t next() {
    if (at_ == end_) go_to(place());
    const std::uint32_t byte = begin_[at_ / 2];
    return (at_++ % 2 == 0 ? byte : byte >> 4) & 15;
  }
  /// The same number of half bytes, the lowest first.
  std::uint32_t next(unsigned count) {
    std::uint32_t value = 0;
    for (unsigned i = 0; i < count; ++i) value |= next() << (4 * i);
    return value;
  }
  std::uint64_t place() const { return first_ + at_; }

 private:
  /// `begin_` is what lies side by side from this place's byte on.
  void go_to(std::uint64_t place) {
    const auto bytes = bytes_.from(place / 2);
    begin_ = bytes.data();
    first_ = place / 2 * 2;
    at_ = place % 2;
    end_ = bytes.size() * 2;
  }

  const store::ChunkedArray<std::uint8_t>& bytes_;
  const std::uint8_t* begin_ = nullptr;
  std::uint64_t first_ = 0, at_ = 0, end_ = 0;
};

void PackedGraph::put_edge(const Edge& e, const std::vector<Edge>& before, std::size_t& next_before, Vertex& newest) {
  assert(e.target <= newest + 1 && e.steps >= 1 && e.steps <= 64);
  if (e.steps > 1) {
    packed_.push_back(kSteps);
    if (e.steps - 2 < 15) {
      packed_.push_back(static_cast<std::uint8_t>(e.steps - 2));
    } else {
      const std::uint32_t more = e.steps - 1;
      packed_.insert(packed_.end(), {15, static_cast<std::uint8_t>(more & 15), static_cast<std::uint8_t>(more >> 4)});
    }
  }
  if (e.target > newest) {
    newest = e.target;
    packed_.push_back(kNew);
    return;
  }
  for (std::size_t i = 0; i < std::size(kLikes); ++i) {
    const std::size_t at = next_before + kLikes[i].skip;
    if (at >= before.size() || before[at].target + kLikes[i].more != e.target) continue;
    packed_.push_back(static_cast<std::uint8_t>(kLike + i));
    next_before = at + 1;
    return;
  }
  const std::uint32_t back = newest - e.target;
  const auto bits = static_cast<std::uint32_t>(std::bit_width(back));
  const std::uint32_t count = std::max(1U, (bits + 3) / 4);
  packed_.push_back(static_cast<std::uint8_t>(kFar + count - 1));
  for (std::uint32_t i = 0; i < count; ++i) packed_.push_back(back >> (4 * i) & 15);
}

void PackedGraph::write(const std::vector<Edge>& edges, const std::vector<Edge>& before) {
  packed_.clear();
  Vertex newest = newest_;
  packed_.push_back(static_cast<std::uint8_t>(std::min<std::size_t>(edges.size(), 15)));
  if (edges.size() >= 15) {
    std::size_t more = edges.size() - 15;
    for (; more >= 8; more >>= 3) packed_.push_back(static_cast<std::uint8_t>(more & 7) | 8);
    packed_.push_back(static_cast<std::uint8_t>(more));
  }
  std::size_t next_before = 0;
  for (const Edge& e : edges) put_edge(e, before, next_before, newest);
  bytes_.reserve(packed_.size() / 2 + 1);  // all of the row or nothing
  for (const std::uint8_t half : packed_) {
    if (size_++ % 2 == 0) {
      bytes_.push_back(half);
    } else {
      bytes_[bytes_.size() - 1] |= static_cast<std::uint8_t>(half << 4);
    }
  }
  newest_ = newest;
  edges_ += edges.size();
}

void PackedGraph::add_row(const std::vector<Edge>& edges) {
  const Place here{size_, newest_};
  const bool has_place = rows_ % kEvery == 0;
  const bool begins_anew = has_place || gap_ || size_ - begun_ > kMost;
  places_.reserve_one();
  static const std::vector<Edge> kNone;
  write(edges, begins_anew ? kNone : latest_);
  if (has_place) {
    places_.push_back(here);
  } else if (begins_anew) {
    moved_[rows_] = here;
  }
  if (begins_anew) begun_ = here.half;
  latest_ = edges;
  gap_ = false;
  ++rows_;
}

void PackedGraph::add_row_again(Vertex v, const std::vector<Edge>& edges) {
  assert(v < rows_);
  const Place here{size_, newest_};
  write(edges, {});
  again_[v] = here;
  gap_ = true;
}

void PackedGraph::read_row(Halves& halves, const std::vector<Edge>& before, Vertex& newest, std::vector<Edge>& edges) {
  edges.clear();
  std::size_t count = halves.next();
  if (count == 15) {
    std::size_t more = 0;
    for (unsigned shift = 0;; shift += 3) {
      const std::uint32_t half = halves.next();
      more |= std::size_t{half & 7} << shift;
      if (half < 8) break;
    }
    count += more;
  }
  std::size_t next_before = 0;
  for (; count > 0; --count) {
    std::uint32_t code = halves.next(), steps = 1;
    if (code == kSteps) {
      const std::uint32_t more = halves.next();
      steps = more < 15 ? more + 2 : halves.next(2) + 1;
      code = halves.next();
    }
    if (code == kNew) {
      edges.push_back({++newest, steps});
    } else if (code >= kFar) {
      edges.push_back({newest - halves.next(code - kFar + 1), steps});
    } else {
      const Like& like = kLikes[code - kLike];
      next_before += like.skip;
      edges.push_back({before[next_before++].target + like.more, steps});
    }
  }
}

void PackedGraph::read(Vertex v, Cursor& cursor) const {
  cursor.at_ = 0;
  if (v >= rows_) {
    cursor.edges_.clear();
    cursor.vertex_ = 0xffffffff;
    return;
  }
  if (const auto again = again_.empty() ? again_.end() : again_.find(v); again != again_.end()) {
    Halves halves(bytes_, again->second.half);
    Vertex newest = again->second.newest;
    cursor.before_.clear();
    read_row(halves, cursor.before_, newest, cursor.edges_);
    cursor.vertex_ = 0xffffffff;
    return;
  }
  // The row that all between begins with.
  Vertex at = v - v % kEvery;
  Place place = places_[v / kEvery];
  if (!moved_.empty()) {
    for (Vertex later = v; later > at; --later) {
      const auto moved = moved_.find(later);
      if (moved == moved_.end()) continue;
      at = later;
      place = moved->second;
    }
  }
  if (cursor.vertex_ >= at && cursor.vertex_ < v) {
    at = cursor.vertex_ + 1;
    place = {cursor.place_, cursor.newest_};
  } else {
    cursor.edges_.clear();
  }
  Halves halves(bytes_, place.half);
  for (;; ++at) {
    std::swap(cursor.edges_, cursor.before_);
    read_row(halves, cursor.before_, place.newest, cursor.edges_);
    if (at == v) break;
  }
  cursor.vertex_ = v;
  cursor.place_ = halves.place();
  cursor.newest_ = place.newest;
}

}  // namespace checker::graph
