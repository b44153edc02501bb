#include "checker/store/shape.hpp"

#include <algorithm>
#include <bit>
#include <numeric>
#include <utility>

#include "checker/store/pair_table.hpp"

namespace checker::store {
namespace {

/// Numbers pairs as they come. Small ones only.
class Numbers {
 public:
  explicit Numbers(std::size_t most) : slots_(std::bit_ceil(2 * most + 1)), mask_(slots_.size() - 1) {}

  void begin() {
    ++round_;
    count_ = 0;
  }
  std::uint32_t of(Pair pair) {
    for (std::size_t at = MixHash{}(pair.key()) & mask_;; at = (at + 1) & mask_) {
      Slot& slot = slots_[at];
      if (slot.round != round_) {
        slot = {pair, round_, count_++};
        return slot.number;
      }
      if (slot.pair == pair) return slot.number;
    }
  }
  std::uint32_t count() const { return count_; }

 private:
  struct Slot {
    Pair pair;
    std::uint32_t round = 0, number = 0;
  };
  std::vector<Slot> slots_;
  std::size_t mask_;
  std::uint32_t round_ = 0, count_ = 0;
};

std::uint32_t add(Shape& shape, std::uint32_t left, std::uint32_t right) {
  shape.inner.push_back({left, right});
  return shape.length + static_cast<std::uint32_t>(shape.inner.size()) - 1;
}

/// Neighbours, level by level, until so many nodes are left at most.
std::vector<std::uint32_t> pair_up(Shape& shape, std::vector<std::uint32_t> nodes, std::size_t most) {
  while (nodes.size() > most) {
    std::vector<std::uint32_t> above;
    for (std::size_t i = 0; i + 1 < nodes.size(); i += 2) above.push_back(add(shape, nodes[i], nodes[i + 1]));
    if (nodes.size() % 2 != 0) above.push_back(nodes.back());
    nodes = std::move(above);
  }
  return nodes;
}

/// A part of the state: a node of the tree, and the number of its value in each row.
struct Part {
  std::uint32_t node = 0;
  std::uint32_t values = 0;  ///< different ones
  std::vector<std::uint32_t> value;
};

class Learner {
 public:
  explicit Learner(const Sample& sample) : rows_(sample.rows()), numbers_(rows_) {
    shape_.length = sample.length;
    std::vector<std::uint32_t> still;
    for (std::uint32_t i = 0; i < sample.length; ++i) {
      Part part{i, 0, std::vector<std::uint32_t>(rows_)};
      numbers_.begin();
      for (std::size_t row = 0; row < rows_; ++row) part.value[row] = numbers_.of({sample.words[row * sample.length + i], 0});
      part.values = numbers_.count();
      if (part.values == 1) {
        still.push_back(i);
      } else {
        parts_.push_back(std::move(part));
      }
    }
    if (!still.empty()) parts_.push_back({pair_up(shape_, std::move(still), 1)[0], 1, std::vector<std::uint32_t>(rows_, 0)});
    while (parts_.size() > kMostParts) join_neighbours();
    // Time grows with the square of the parts: then a part of the rows has to do.
    constexpr std::size_t kWork = 8'000'000;
    const std::size_t most = std::clamp<std::size_t>(kWork / (parts_.size() * parts_.size()), 256, rows_);
    step_ = std::max<std::size_t>(1, rows_ / most);
  }

  Shape learn() {
    std::vector<std::vector<std::uint32_t>> pairs(parts_.size(), std::vector<std::uint32_t>(parts_.size()));
    for (std::size_t a = 0; a < parts_.size(); ++a) {
      for (std::size_t b = 0; b < a; ++b) pairs[a][b] = pairs_of(parts_[a], parts_[b]);
    }
    while (parts_.size() > 2) {
      std::size_t first = 1, second = 0;
      for (std::size_t a = 1; a < parts_.size(); ++a) {
        for (std::size_t b = 0; b < a; ++b) {
          if (pairs[a][b] < pairs[first][second]) first = a, second = b;
        }
      }
      parts_[second] = joined(parts_[second], parts_[first]);
      parts_.erase(parts_.begin() + static_cast<std::ptrdiff_t>(first));
      pairs.erase(pairs.begin() + static_cast<std::ptrdiff_t>(first));
      for (auto& row : pairs) row.erase(row.begin() + static_cast<std::ptrdiff_t>(first));
      for (std::size_t other = 0; other < parts_.size(); ++other) {
        if (other != second) pairs[std::max(other, second)][std::min(other, second)] = pairs_of(parts_[other], parts_[second]);
      }
    }
    // The store keeps another node for each value of the left one.
    if (parts_[0].values > parts_[1].values) std::swap(parts_[0], parts_[1]);
    shape_.top = {parts_[0].node, parts_[1].node};
    return std::move(shape_);
  }

 private:
  static constexpr std::size_t kMostParts = 128;

  void join_neighbours() {
    std::vector<Part> joined_parts;
    for (std::size_t i = 0; i + 1 < parts_.size(); i += 2) joined_parts.push_back(joined(parts_[i], parts_[i + 1]));
    if (parts_.size() % 2 != 0) joined_parts.push_back(std::move(parts_.back()));
    parts_ = std::move(joined_parts);
  }

  std::uint32_t pairs_of(const Part& a, const Part& b) {
    if (a.values == 1) return b.values;
    if (b.values == 1) return a.values;
    numbers_.begin();
    for (std::size_t row = 0; row < rows_; row += step_) numbers_.of({a.value[row], b.value[row]});
    return numbers_.count();
  }

  Part joined(const Part& a, const Part& b) {
    Part part{add(shape_, a.node, b.node), 0, std::vector<std::uint32_t>(rows_)};
    numbers_.begin();
    for (std::size_t row = 0; row < rows_; ++row) part.value[row] = numbers_.of({a.value[row], b.value[row]});
    part.values = numbers_.count();
    return part;
  }

  std::size_t rows_, step_ = 1;
  Numbers numbers_;
  Shape shape_;
  std::vector<Part> parts_;
};

void set_parents(Shape& shape) {
  shape.parents.assign(shape.length + shape.inner.size(), Shape::kNoParent);
  for (std::uint32_t k = 0; k < shape.inner.size(); ++k) shape.parents[shape.inner[k].left] = shape.parents[shape.inner[k].right] = k;
}

}  // namespace

Shape learn_shape(const Sample& sample) {
  Shape shape = Learner(sample).learn();
  set_parents(shape);
  return shape;
}

Shape balanced_shape(std::uint32_t length) {
  Shape shape;
  shape.length = length;
  std::vector<std::uint32_t> nodes(length);
  std::iota(nodes.begin(), nodes.end(), 0U);
  nodes = pair_up(shape, std::move(nodes), 2);
  shape.top = {nodes[0], nodes[1]};
  set_parents(shape);
  return shape;
}

std::size_t inner_nodes(const Sample& sample, const Shape& shape) {
  Numbers numbers(sample.rows());
  std::vector<std::vector<std::uint32_t>> values(shape.length + shape.inner.size(), std::vector<std::uint32_t>(sample.rows()));
  for (std::uint32_t i = 0; i < shape.length; ++i) {
    for (std::size_t row = 0; row < sample.rows(); ++row) values[i][row] = sample.words[row * shape.length + i];
  }
  std::size_t sum = 0;
  for (std::uint32_t k = 0; k < shape.inner.size(); ++k) {
    numbers.begin();
    for (std::size_t row = 0; row < sample.rows(); ++row) {
      values[shape.length + k][row] = numbers.of({values[shape.inner[k].left][row], values[shape.inner[k].right][row]});
    }
    sum += numbers.count();
  }
  return sum;
}

}  // namespace checker::store
