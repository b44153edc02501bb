// Truth of each subformula at each position, operands first; until is the least and release the greatest solution of its
// equation around the loop.

#include "checker/property/lasso.hpp"

#include <map>

namespace checker::property {
namespace {

using Op = Formulas::Op;
using Values = std::vector<bool>;

class Evaluation {
 public:
  Evaluation(const Formulas& formulas, const Lasso& word) : formulas_(formulas), word_(word) {}

  const Values& of(Formulas::Id f) {
    if (const auto known = values_.find(f); known != values_.end()) return known->second;
    const Formulas::Node n = formulas_[f];
    const std::size_t size = word_.letters.size();
    Values v(size, false);
    switch (n.op) {
      case Op::True: v.assign(size, true); break;
      case Op::False: break;
      case Op::Literal:
        for (std::size_t i = 0; i < size; ++i) v[i] = ((word_.letters[i] >> n.atom & 1) != 0) != n.negated;
        break;
      case Op::And:
      case Op::Or: {
        const Values x = of(n.x), y = of(n.y);
        for (std::size_t i = 0; i < size; ++i) v[i] = n.op == Op::And ? x[i] && y[i] : x[i] || y[i];
        break;
      }
      case Op::Next: {
        const Values x = of(n.x);
        for (std::size_t i = 0; i < size; ++i) v[i] = x[next(i)];
        break;
      }
      case Op::Until:
      case Op::Release: {
        const Values x = of(n.x), y = of(n.y);
        const bool until = n.op == Op::Until;
        v.assign(size, !until);
        for (bool changed = true; changed;) {
          changed = false;
          for (std::size_t i = size; i-- > 0;) {
            const bool now = until ? y[i] || (x[i] && v[next(i)]) : y[i] && (x[i] || v[next(i)]);
            changed = changed || now != v[i];
            v[i] = now;
          }
        }
        break;
      }
    }
    return values_[f] = std::move(v);
  }

 private:
  std::size_t next(std::size_t i) const { return i + 1 < word_.letters.size() ? i + 1 : word_.loop; }

  const Formulas& formulas_;
  const Lasso& word_;
  std::map<Formulas::Id, Values> values_;
};

}  // namespace

bool holds(const Formulas& formulas, Formulas::Id formula, const Lasso& word) {
  return Evaluation(formulas, word).of(formula)[0];
}

}  // namespace checker::property
