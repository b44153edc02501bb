#pragma once
// Objects that live and die together: nodes of trees, types.

#include <cstddef>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>
#include <vector>

namespace model::base {

/// Owns what it makes; destroys it, latest first, when it dies. Not for concurrent use.
class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  ~Arena() {
    for (auto it = destructors_.rbegin(); it != destructors_.rend(); ++it) it->destroy(it->object);
  }

  template <typename T, typename... Args>
  T* make(Args&&... args) {
    static_assert(alignof(T) <= alignof(std::max_align_t));
    void* place = allocate(sizeof(T));
    T* object = ::new (place) T{std::forward<Args>(args)...};
    if constexpr (!std::is_trivially_destructible_v<T>) {
      destructors_.push_back({object, [](void* o) { static_cast<T*>(o)->~T(); }});
    }
    return object;
  }

 private:
  struct Destructor {
    void* object;
    void (*destroy)(void*);
  };
  static constexpr std::size_t kChunk = std::size_t{1} << 16;

  void* allocate(std::size_t size) {
    constexpr std::size_t align = alignof(std::max_align_t);
    size = (size + align - 1) / align * align;
    if (size > left_) {
      const std::size_t chunk = size > kChunk ? size : kChunk;
      chunks_.emplace_back(new std::byte[chunk]);
      next_ = chunks_.back().get();
      left_ = chunk;
    }
    void* result = next_;
    next_ += size;
    left_ -= size;
    return result;
  }

  std::vector<std::unique_ptr<std::byte[]>> chunks_;
  std::vector<Destructor> destructors_;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace model::base
