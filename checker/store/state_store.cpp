// The store everybody uses, compiled once.

#include "checker/store/state_store.hpp"

#include "checker/store/state_store_impl.hpp"

namespace checker::store {

template class BasicStateStore<MixHash>;

}  // namespace checker::store
