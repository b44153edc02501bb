// internal/machine: the mirror of values from which the library's fmt, errors, sort and testing are written in Go, and what
// else Go cannot say. Arguments are consecutive slots from b, results from a.

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <limits>

#include "model/program/natives.hpp"
#include "model/runtime/float_text.hpp"
#include "model/runtime/interpreter.hpp"
#include "model/runtime/mirror.hpp"
#include "model/runtime/rules/rule.hpp"

namespace model::runtime {

using program::Instruction;
using program::Native;
using program::TypeId;
using program::TypeKind;

namespace {

/// The functions of math by number (model/library/math).
/// e^x as Go computes it on amd64 with FMA, digit for digit: x = k ln 2 + r; of e^(r/16) - 1 the Taylor series, of which
/// (y + 1)^2 - 1 = y (y + 2) is taken four times. Shibata, "Efficient evaluation methods of elementary functions suitable for
/// SIMD computation", 2010.
double exponential(double x) {
  if (!std::isfinite(x)) return x < 0 ? 0 : x;
  if (x > 7.09782712893384e+02) return std::numeric_limits<double>::infinity();
  constexpr double kLn2High = 0.69314718055966295651160180568695068359375, kLn2Low = 0.28235290563031577122588448175013436025525412068e-12;
  const double k = std::nearbyint(x * 1.4426950408889634073599246810018920);
  if (k < -1100) return 0;
  double y = std::fma(-k, kLn2Low, std::fma(-k, kLn2High, x)) * 0.0625;
  double series = 1.0 / 40320;
  for (const double coefficient : {1.0 / 5040, 1.0 / 720, 1.0 / 120, 1.0 / 24, 1.0 / 6, 0.5, 1.0}) series = std::fma(series, y, coefficient);
  y *= series;
  for (int i = 0; i < 3; ++i) y *= y + 2;
  y = std::fma(y + 2, y, 1.0);
  const int exponent = static_cast<int>(k);
  if (exponent > -1023) return exponent >= 1024 ? std::numeric_limits<double>::infinity() : y * std::ldexp(1.0, exponent);
  return exponent + 1023 < -52 ? 0 : y * std::ldexp(1.0, exponent + 1022) * 0x1p-1022;
}

double math1(std::uint64_t function, double x) {
  switch (function) {
    case 0:
      return std::sqrt(x);
    case 1:
      return std::floor(x);
    case 2:
      return std::ceil(x);
    case 3:
      return std::trunc(x);
    case 4:
      return exponential(x);
    case 5:
      return std::log(x);
    case 6:
      return std::log2(x);
    case 7:
      return std::log10(x);
    case 8:
      return std::sin(x);
    case 9:
      return std::cos(x);
    case 10:
      return std::tan(x);
    case 11:
      return std::asin(x);
    case 12:
      return std::acos(x);
    case 13:
      return std::atan(x);
    case 14:
      return std::sinh(x);
    case 15:
      return std::cosh(x);
    case 16:
      return std::tanh(x);
    case 17:
      return static_cast<double>(std::cbrt(static_cast<long double>(x)));  // rounded once, as Go does
    case 18:
      return std::exp2(x);
    case 19:
      return std::expm1(x);
    case 20:
      return std::log1p(x);
    case 21:
      return std::round(x);
    case 22:
      return std::nearbyint(x);
    case 23:
      return std::fabs(x);
    case 24:
      return std::asinh(x);
    case 25:
      return std::acosh(x);
    case 26:
      return std::atanh(x);
    case 27:
      return std::tgamma(x);
    case 28:
      return std::erf(x);
    case 29:
      return std::erfc(x);
    default:
      return std::nan("");
  }
}

double math2(std::uint64_t function, double x, double y) {
  switch (function) {
    case 0:
      return std::pow(x, y);
    case 1:
      return std::atan2(x, y);
    case 2:
      return std::hypot(x, y);
    case 3:
      return std::fmod(x, y);
    case 4:
      return std::remainder(x, y);
    case 5:
      return std::copysign(x, y);
    case 6:
      return std::nextafter(x, y);
    default:
      return std::nan("");
  }
}

}  // namespace

Interpreter::Flow Interpreter::native(const Instruction& in) {
  const auto argument = [&](std::int32_t i) { return slot(in.b + i); };
  const auto integer = [&](std::int32_t i) { return static_cast<std::int64_t>(argument(i).bits); };
  const auto number = [&](std::int32_t i) { return std::bit_cast<double>(argument(i).bits); };
  const auto give = [&](Slot s) {
    if (in.a >= 0) slot(in.a) = s;
    return Flow::Next;
  };
  const auto give_bool = [&](bool b) { return give(scalar(b ? 1 : 0)); };
  const auto give_number = [&](double d) { return give(scalar(std::bit_cast<std::uint64_t>(d))); };
  const auto give_text = [&](std::string_view s) { return give(string_slot(s)); };
  const auto give_any = [&](const Mirror& m) {
    slot(in.a + 1) = m.type == 0 ? Slot{} : box(m.type, m.value);
    slot(in.a) = scalar(m.type);
    return Flow::Next;
  };
  const auto type = in.b < 0 ? TypeId{} : static_cast<TypeId>(argument(0).bits);  // some have no arguments
  const auto mirrored = [&] { return Mirror{type, type == 0 ? std::vector<Slot>{} : unbox(argument(0), argument(1))}; };
  const auto& types = env_.program.types;
  switch (static_cast<Native>(in.d)) {
    case Native::Kind:
      return give(scalar(static_cast<std::uint64_t>(types[type].kind)));
    case Native::TypeName:
      return give_text(type == 0 ? "<nil>" : types[type].name);
    case Native::Len:
      return give(scalar(mirror_length(*this, mirrored())));
    case Native::Index: {
      const auto at = integer(2);
      const Mirror m = mirrored();
      if (at < 0 || static_cast<std::uint64_t>(at) >= mirror_length(*this, m)) {
        panic_bounds("index out of range [" + std::to_string(at) + "] with length " +
                      std::to_string(mirror_length(*this, m)));
        return Flow::Stay;
      }
      return give_any(mirror_index(*this, m, static_cast<std::uint64_t>(at)));
    }
    case Native::FieldName:
      return give_text(types[type].fields[static_cast<std::size_t>(integer(2))].name);
    case Native::FieldExported:
      return give_bool(types[type].fields[static_cast<std::size_t>(integer(2))].exported);
    case Native::MapKey:
    case Native::MapValue: {
      const Mirror m = mirrored();
      return give_any(mirror_entry(*this, m, static_cast<std::uint64_t>(integer(2)),
                                   static_cast<Native>(in.d) == Native::MapKey));
    }
    case Native::Elem: {
      const Slot p = argument(1);
      if (!p.ref) return give_any({});
      const TypeId element = types[type].element;
      const std::uint32_t n = types[element].slots;
      access(ref_object(p), ref_offset(p), n, false);
      const auto first = world_.object(p).slots.begin() + ref_offset(p);
      return give_any(unwrapped(*this, {element, {first, first + n}}));
    }
    case Native::IsNil: {
      if (type == 0) return give_bool(true);
      const Mirror m = mirrored();
      return give_bool(types[type].kind >= TypeKind::UnsafePointer &&
                       types[type].kind != TypeKind::Array && types[type].kind != TypeKind::Struct &&
                       is_nil(m.value[0]));
    }
    case Native::Address:
      return give_text(type != 0 && is_nil(argument(1)) ? "0x0" : "0xc000012345");
    case Native::Int:
    case Native::Uint:
    case Native::String:
    case Native::Bool:
      return give(type == 0 ? Slot{} : argument(1));
    case Native::Float:
      return give_number(type == 0 ? 0 : float_of(types[type].kind, argument(1).bits));
    case Native::Real:
    case Native::Imag: {
      const std::vector<Slot> v = mirrored().value;
      return give_number(float_of(types[type].kind, v[static_cast<Native>(in.d) == Native::Real ? 0 : 1].bits));
    }
    case Native::Bytes: {
      std::string out;
      const Mirror m = mirrored();
      const std::uint64_t n = mirror_length(*this, m);
      for (std::uint64_t i = 0; i < n; ++i) {
        out.push_back(static_cast<char>(mirror_index(*this, m, i).value[0].bits));
      }
      return give_text(out);
    }
    case Native::SameType:
      return give_bool(argument(0).bits == argument(2).bits);
    case Native::Same:
      return give_bool(mirrored().value[0] == unbox(argument(2), argument(3))[0]);
    case Native::Comparable:
      return give_bool(type == 0 || types[type].comparable);
    case Native::FormatFloat:
      return give_text(format_float(number(0), static_cast<char>(integer(1)), static_cast<int>(integer(2)),
                                    static_cast<int>(integer(3))));
    case Native::ParseFloat: {
      const ParsedFloat parsed = parse_float(text(argument(0)), static_cast<int>(integer(1)));
      slot(in.a + 1) = scalar(static_cast<std::uint64_t>(parsed.status));
      return give_number(parsed.value);
    }
    case Native::FloatBits:
    case Native::FloatFromBits:
    case Native::Float32Bits:
    case Native::Float32FromBits:
      return give(argument(0));  // a float's slot is its bits
    case Native::Math1:
      return give_number(math1(argument(0).bits, number(1)));
    case Native::Math2:
      return give_number(math2(argument(0).bits, number(1), number(2)));
    case Native::Failed:
      fail(Failure::Kind::Assertion, text(argument(1)));
      return Flow::Next;
    case Native::Fatal:
      fatal(text(argument(0)));
      return Flow::Stay;
    case Native::PanicPlain:
      panic_plain(text(argument(0)));
      return Flow::Stay;
    case Native::Unmodelled:
      unmodelled(text(argument(0)));
      return Flow::Stay;
    case Native::Sampled:
      fail(Failure::Kind::Sampled, text(argument(0)));
      return Flow::Next;
    case Native::Outcomes:
      return give_bool(env_.options.outcomes);
    case Native::VirtualTime:
      return give_bool(env_.virtual_time() || g_->bubble.ref);
    case Native::TimerValues:
      return give_bool(env_.timer_values && !env_.virtual_time() && !g_->bubble.ref);
    case Native::Number:
      return give(scalar(self_ == 0 ? 1 : g_->number));
    case Native::SetNumber:
      g_->number = static_cast<std::uint32_t>(argument(0).bits);
      return Flow::Next;
    case Native::Deadlines:
      return give_bool(env_.asks_deadlines);
    case Native::TimerSends: {
      Object& timer = world_.change_object(argument(0));
      timer.slots.resize(2);
      for (std::int32_t i = 1; i < in.n; ++i) timer.slots.push_back(argument(i));
      return Flow::Next;
    }
    case Native::Now:
      // A bubble's clock starts at midnight UTC 2000-01-01, the other where the playground's does.
      if (g_->bubble.ref)
        return give(scalar(world_.object(g_->bubble).remaining - 311'209'200'000'000'000U));
      return give(scalar(world_.process().clock));
    case Native::EnterBubble: {
      Object bubble;
      bubble.kind = Object::Kind::Bubble;
      bubble.site = current_site();
      bubble.active = true;
      bubble.slots.resize(1);
      g_->bubble = make_ref(world_.add_object(std::move(bubble)), 0);
      return give(g_->bubble);
    }
    case Native::LeaveBubble:
      g_->bubble = {};
      return Flow::Next;
    case Native::InBubble:
      return give(g_->bubble);
    case Native::MainLeft:
      world_.change_object(g_->bubble).closed = true;
      return Flow::Next;
    case Native::MakeLazy:
      if (env_.bubbles) {
        Object& channel = world_.change_object(argument(0));
        channel.active = true;
        channel.bubble = {};
      }
      return Flow::Next;
    case Native::FirstUse:
      if (env_.bubbles && world_.object(argument(0)).active) {
        Object& channel = world_.change_object(argument(0));
        channel.active = false;
        channel.bubble = g_->bubble;
      }
      return Flow::Next;
    case Native::Associate:
      return associate(*this, argument(0), argument(1).bits != 0) ? Flow::Next : Flow::Stay;
    case Native::Disassociate:
      disassociate(*this, argument(0));
      return Flow::Next;
    case Native::Caller: {
      // Frames of callers of the library function that asked.
      const auto& frames = g_->frames;
      const auto skip = static_cast<std::size_t>(std::max<std::int64_t>(0, integer(0))) + 1;
      const bool exists = skip < frames.size();
      const Frame& f = frames[exists ? frames.size() - 1 - skip : 0];
      const program::Function& function = env_.program.functions[f.function];
      slot(in.a + 1) = scalar(exists ? function.positions[f.pc].line : 0);
      slot(in.a + 2) = string_slot(exists ? function.name : "");
      const std::uint32_t file = function.positions[f.pc].file;
      return give_text(exists && file < env_.program.files.size() ? env_.program.files[file] : "");
    }
    case Native::Assign: {
      // errors.As: *target = v where the element type admits it.
      const Slot target = argument(1);
      const TypeId element = types[type].element;
      const auto dynamic = static_cast<TypeId>(argument(2).bits);
      if (dynamic == 0 || !target.ref) return give_bool(false);
      std::vector<Slot> value;
      if (types[element].kind == TypeKind::Interface) {
        if (!env_.implements(dynamic, element, nullptr)) return give_bool(false);
        value = {argument(2), argument(3)};
      } else {
        if (dynamic != element) return give_bool(false);
        value = unbox(argument(2), argument(3));
      }
      access(ref_object(target), ref_offset(target), static_cast<std::uint32_t>(value.size()), true);
      std::ranges::copy(value, world_.change_object(target).slots.begin() + ref_offset(target));
      return give_bool(true);
    }
    case Native::PartTypeName: {
      const program::RuntimeType& t = types[type];
      const TypeId part = t.kind == TypeKind::Struct ? t.fields[static_cast<std::size_t>(integer(2))].type
                                                     : t.element;
      return give_text(types[part].name);
    }
    case Native::ElemKind:
      return give(scalar(static_cast<std::uint64_t>(types[types[type].element].kind)));
    case Native::Swap: {
      const std::vector<Slot> s = mirrored().value;
      const std::uint32_t n = types[types[type].element].slots;
      for (const std::int64_t at : {integer(2), integer(3)}) {
        if (at >= 0 && at < static_cast<std::int64_t>(s[1].bits)) continue;
        panic_bounds("index out of range [" + std::to_string(at) + "] with length " +
                      std::to_string(s[1].bits));
        return Flow::Stay;
      }
      if (n == 0) return Flow::Next;
      const std::uint32_t i = ref_offset(s[0]) + static_cast<std::uint32_t>(integer(2)) * n;
      const std::uint32_t j = ref_offset(s[0]) + static_cast<std::uint32_t>(integer(3)) * n;
      access(ref_object(s[0]), i, n, true);
      access(ref_object(s[0]), j, n, true);
      auto& slots = world_.change_object(s[0]).slots;
      for (std::uint32_t k = 0; k < n; ++k) std::swap(slots[i + k], slots[j + k]);
      return Flow::Next;
    }
    case Native::SourceSteps:
      return give_bool(integer(0) == 0 ? env_.rwmutex_steps : env_.waitgroup_steps);
    case Native::Acquire:
      hide(argument(0), false);
      act(Action::Kind::Acquire, argument(0));
      world_.knowledge().acquire(Edge::SourceSteps, goroutine_carrier(self_), memory_carrier(argument(0)));
      return Flow::Next;
    case Native::Release:
      hide(argument(0), true);
      act(Action::Kind::Release, argument(0));
      world_.knowledge().join(memory_carrier(argument(0)), goroutine_carrier(self_));
      return Flow::Next;
    case Native::Inspects:
    case Native::Changes: {
      const Slot ref = argument(0);
      const bool writes = static_cast<Native>(in.d) == Native::Changes;
      if (!ref.ref) return Flow::Next;  // the operation panics
      act(writes ? Action::Kind::Change : Action::Kind::Inspect, ref, 1);
      atomic_access(ref_object(ref), ref_offset(ref), 1, writes);
      return Flow::Next;
    }
    case Native::Publish:
      hide(argument(0), true);
      act(Action::Kind::Publish, argument(0));
      world_.knowledge().assign(memory_carrier(argument(0)), goroutine_carrier(self_));
      return Flow::Next;
    case Native::Observe:
      hide(argument(0), false);
      act(Action::Kind::Observe, argument(0));
      world_.knowledge().acquire(Edge::Observe, goroutine_carrier(self_), memory_carrier(argument(0)));
      return Flow::Next;
    case Native::None:
    case Native::Stderr:
    case Native::Quiet:
      break;
  }
  assert(false && "not a native of internal/machine");
  return Flow::Stay;
}

}  // namespace model::runtime
