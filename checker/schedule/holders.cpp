#include "checker/schedule/holders.hpp"

#include <algorithm>
#include <string_view>

namespace checker::schedule {

std::string object_name(const std::string& object) {
  return object.substr(0, object.find_first_of(" ,"));
}

Holders holders(const Schedule& schedule, const std::string& name) {
  Holders held;
  for (const Line& line : schedule.lines) {
    if (object_name(line.object) != name) continue;
    std::string_view operation = line.operation;
    if (operation.starts_with("try ")) {
      // What it returned; of an RWMutex, whose lines have no value, what the state before it says.
      const bool writer = line.object.find(" writer") != std::string::npos;
      const bool free = line.object.ends_with(" readers 0") && !writer;
      const bool taken = operation == "try lock"        ? line.value == "true"
                         : operation == "try read lock" ? !writer
                                                        : free;
      if (!taken) continue;
      operation.remove_prefix(4);
      if (operation == "write lock") held.exclusive = &line;
    }
    if (operation == "lock") held.exclusive = &line;
    if (operation == "unlock") held.exclusive = nullptr;
    if (operation == "announce write lock" || operation == "write lock") held.writer = &line;
    if (operation == "write unlock") held.writer = nullptr;
    if (operation == "read lock") held.readers.push_back(&line);
    if (operation == "read unlock" && !held.readers.empty()) {
      // Whose it is nobody says: its own, if it has one.
      const auto own =
          std::find_if(held.readers.begin(), held.readers.end(),
                       [&](const Line* reader) { return reader->goroutine == line.goroutine; });
      held.readers.erase(own != held.readers.end() ? own : held.readers.begin());
    }
  }
  return held;
}

std::vector<const Line*> blockers(const Schedule& schedule, const std::string& name,
                                  const std::string& status) {
  const Holders held = holders(schedule, name);
  if (status == "sync.RWMutex.Lock") return held.readers;
  const Line* one = status == "sync.RWMutex.RLock" ? held.writer : held.exclusive;
  if (status == "semacquire") {  // before Go 1.20
    if (held.writer == nullptr && held.exclusive == nullptr) return held.readers;
    one = held.exclusive != nullptr ? held.exclusive : held.writer;
  }
  return one == nullptr ? std::vector<const Line*>{} : std::vector<const Line*>{one};
}

}  // namespace checker::schedule
