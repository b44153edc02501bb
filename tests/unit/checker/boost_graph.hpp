#pragma once
// PackedGraph as Boost.Graph sees it: VertexListGraph, and IncidenceGraph with edges that are read once, in order. Free functions, found
// by argument-dependent look-up.

#include <boost/concept/assert.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>
#include <utility>

#include "checker/graph/packed_graph.hpp"

namespace checker::graph {

struct Edge {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  std::uint32_t left = 0;  ///< edges of the source from this one on: tells parallel edges apart
  friend bool operator==(const Edge&, const Edge&) = default;
};

class OutEdgeIterator
    : public boost::iterator_facade<OutEdgeIterator, Edge, boost::forward_traversal_tag, Edge, std::ptrdiff_t> {
 public:
  OutEdgeIterator() = default;
  OutEdgeIterator(std::uint32_t source, PackedGraph::Cursor cursor) : source_(source), cursor_(cursor) {}

 private:
  friend class boost::iterator_core_access;
  Edge dereference() const { return {source_, cursor_->target, cursor_.left()}; }
  bool equal(const OutEdgeIterator& other) const { return cursor_.left() == other.cursor_.left(); }
  void increment() { ++cursor_; }

  std::uint32_t source_ = 0;
  PackedGraph::Cursor cursor_;
};

struct TraversalCategory : boost::vertex_list_graph_tag, boost::incidence_graph_tag {};

}  // namespace checker::graph

namespace boost {

template <>
struct graph_traits<checker::graph::PackedGraph> {
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
struct property_map<checker::graph::PackedGraph, vertex_index_t> {
  using type = typed_identity_property_map<std::uint32_t>;
  using const_type = type;
};

}  // namespace boost

namespace checker::graph {

using Traits = boost::graph_traits<PackedGraph>;

inline std::pair<Traits::vertex_iterator, Traits::vertex_iterator> vertices(const PackedGraph& g) {
  return {Traits::vertex_iterator(0), Traits::vertex_iterator(g.vertices())};
}
inline Traits::vertices_size_type num_vertices(const PackedGraph& g) { return g.vertices(); }
inline Traits::edges_size_type num_edges(const PackedGraph& g) { return g.edges(); }
inline Traits::vertex_descriptor source(const Edge& e, const PackedGraph&) { return e.source; }
inline Traits::vertex_descriptor target(const Edge& e, const PackedGraph&) { return e.target; }
inline std::pair<OutEdgeIterator, OutEdgeIterator> out_edges(std::uint32_t v, const PackedGraph& g) {
  return {OutEdgeIterator(v, g.row(v)), OutEdgeIterator(v, {})};
}
inline Traits::degree_size_type out_degree(std::uint32_t v, const PackedGraph& g) { return g.degree(v); }
inline boost::typed_identity_property_map<std::uint32_t> get(boost::vertex_index_t, const PackedGraph&) { return {}; }
inline std::uint32_t get(boost::vertex_index_t, const PackedGraph&, std::uint32_t v) { return v; }

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<PackedGraph>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<PackedGraph>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<PackedGraph, std::uint32_t, boost::vertex_index_t>));

}  // namespace checker::graph
