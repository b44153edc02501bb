// What PackedGraph promises to Boost.Graph, checked by the compiler.

#include "checker/graph/bgl.hpp"

#include <boost/concept/assert.hpp>
#include <boost/graph/graph_concepts.hpp>

namespace checker::graph {

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<PackedGraph>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<PackedGraph>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<PackedGraph, std::uint32_t, boost::vertex_index_t>));

}  // namespace checker::graph
