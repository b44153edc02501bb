#pragma once
// The JSON report before it is text, for formats that contain it.

#include <nlohmann/json.hpp>

#include "checker/report/report.hpp"

namespace checker::report {

nlohmann::ordered_json json_value(const Results& results, const ReportOptions& options);
/// {} where there is no place.
nlohmann::ordered_json json_position(const model::base::FileSet* files, model::base::Position position);

}  // namespace checker::report
