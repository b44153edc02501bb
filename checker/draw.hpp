#pragma once
// Pictures of a program and what it can do: its states, who uses which channel, who waits for what.

#include <cstdint>

#include "checker/graph/write.hpp"
#include "checker/schedule/schedule.hpp"
#include "checker/search/budget.hpp"
#include "model/base/position.hpp"
#include "model/machine.hpp"
#include "model/program/program.hpp"

namespace checker {

/// All three explore the program within `limits`; `complete` says if that was all of it.
struct Picture {
  graph::Drawing drawing;
  bool complete = true;
};
/// `quotient`: states that behave alike are one, where arrows with the same operation on the same object are alike whatever
/// the value and the object's contents.
Picture draw_states(const model::Machine& machine, const model::base::FileSet& files,
                    const search::Limits& limits, bool quotient);
Picture draw_channels(const model::Machine& machine, const search::Limits& limits);
/// Of the first state in which somebody is stuck.
Picture draw_wait_for(const model::Machine& machine, const model::base::FileSet& files,
                      const search::Limits& limits);

/// The functions' operations, calls, go and defer statements, a lane for each function. `library`: the library's too.
graph::Drawing draw_program(const model::program::Program& program, const model::base::FileSet& files, bool library);

/// Happens-before of the schedule that the player has taken: a lane for each goroutine, an arrow for each edge, labelled with its
/// rule; the accesses of memory that several goroutines use, and the races among them.
graph::Drawing draw_happens_before(const schedule::Player& player, const model::base::FileSet& files);

}  // namespace checker
