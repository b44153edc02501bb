#include "model/runtime/monitor.hpp"

namespace model::runtime {

void Monitor::start(const program::Specification& s) {
  watch = Watch::NotYet;
  protocols.assign(s.protocols.size(), 0);
  orders.assign(s.orders.size(), {});
  invariants.assign(s.invariants.size(), false);
}

void Monitor::encode(std::vector<std::uint32_t>& words) const {
  words.push_back(static_cast<std::uint32_t>(watch));
  words.insert(words.end(), protocols.begin(), protocols.end());
  for (const Order& o : orders) words.push_back(o.rows << 2 | (o.owed ? 1U : 0) | (o.broken ? 2U : 0));
  for (const bool broken : invariants) words.push_back(broken ? 1 : 0);
}

void Monitor::decode(const program::Specification& s, std::span<const std::uint32_t> words) {
  start(s);
  if (words.empty()) return;
  std::size_t at = 0;
  watch = static_cast<Watch>(words[at++]);
  for (std::uint32_t& p : protocols) p = words[at++];
  for (Order& o : orders) {
    o = {words[at] >> 2, (words[at] & 1) != 0, (words[at] & 2) != 0};
    ++at;
  }
  for (std::size_t i = 0; i < invariants.size(); ++i) invariants[i] = words[at++] != 0;
}

}  // namespace model::runtime
