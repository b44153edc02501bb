#pragma once
// StateGraph as Boost.Graph sees it: VertexListGraph, EdgeListGraph's count and IncidenceGraph. Free functions, found by
// argument-dependent look-up; concept assertions in bgl.cpp. Only .cpp files include this.

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>
#include <utility>

#include "checker/graph/state_graph.hpp"

namespace checker::graph {

struct Edge {
  std::uint32_t source = 0;
  std::uint64_t index = 0;
  friend bool operator==(const Edge&, const Edge&) = default;
};

class OutEdgeIterator
    : public boost::iterator_facade<OutEdgeIterator, Edge, boost::random_access_traversal_tag, Edge,
                                    std::ptrdiff_t> {
 public:
  OutEdgeIterator() = default;
  OutEdgeIterator(std::uint32_t source, std::uint64_t index) : source_(source), index_(index) {}

 private:
  friend class boost::iterator_core_access;
  Edge dereference() const { return {source_, index_}; }
  bool equal(const OutEdgeIterator& other) const { return index_ == other.index_; }
  void increment() { ++index_; }
  void decrement() { --index_; }
  void advance(std::ptrdiff_t n) { index_ += static_cast<std::uint64_t>(n); }
  std::ptrdiff_t distance_to(const OutEdgeIterator& other) const {
    return static_cast<std::ptrdiff_t>(other.index_) - static_cast<std::ptrdiff_t>(index_);
  }

  std::uint32_t source_ = 0;
  std::uint64_t index_ = 0;
};

struct TraversalCategory : boost::vertex_list_graph_tag, boost::incidence_graph_tag {};

}  // namespace checker::graph

namespace boost {

template <>
struct graph_traits<checker::graph::StateGraph> {
  using vertex_descriptor = std::uint32_t;
  using edge_descriptor = checker::graph::Edge;
  using directed_category = directed_tag;
  using edge_parallel_category = allow_parallel_edge_tag;
  using traversal_category = checker::graph::TraversalCategory;
  using vertex_iterator = counting_iterator<std::uint32_t>;
  using out_edge_iterator = checker::graph::OutEdgeIterator;
  using vertices_size_type = std::uint32_t;
  using edges_size_type = std::uint64_t;
  using degree_size_type = std::uint64_t;
  using adjacency_iterator = void;
  using in_edge_iterator = void;
  using edge_iterator = void;
  static vertex_descriptor null_vertex() { return 0xffffffff; }
};

template <>
struct property_map<checker::graph::StateGraph, vertex_index_t> {
  using type = typed_identity_property_map<std::uint32_t>;
  using const_type = type;
};

}  // namespace boost

namespace checker::graph {

using Traits = boost::graph_traits<StateGraph>;

inline std::pair<Traits::vertex_iterator, Traits::vertex_iterator> vertices(const StateGraph& g) {
  return {Traits::vertex_iterator(0), Traits::vertex_iterator(g.rows())};
}
inline Traits::vertices_size_type num_vertices(const StateGraph& g) { return g.rows(); }
inline Traits::edges_size_type num_edges(const StateGraph& g) { return g.edges(); }
inline Traits::vertex_descriptor source(const Edge& e, const StateGraph&) { return e.source; }
inline Traits::vertex_descriptor target(const Edge& e, const StateGraph& g) {
  return g.target(e.index);
}
inline std::pair<OutEdgeIterator, OutEdgeIterator> out_edges(std::uint32_t v, const StateGraph& g) {
  return {OutEdgeIterator(v, g.first(v)), OutEdgeIterator(v, g.last(v))};
}
inline Traits::degree_size_type out_degree(std::uint32_t v, const StateGraph& g) {
  return g.last(v) - g.first(v);
}
inline boost::typed_identity_property_map<std::uint32_t> get(boost::vertex_index_t,
                                                             const StateGraph&) {
  return {};
}
inline std::uint32_t get(boost::vertex_index_t, const StateGraph&, std::uint32_t v) { return v; }

}  // namespace checker::graph
