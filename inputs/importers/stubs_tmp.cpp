#include "inputs/importers/readers.hpp"
namespace indus::inputs {
void read_egret(JsonObject&, const std::string&, ImportedCase&) {}
void read_unitcommitment_jl(JsonObject&, const std::string&, ImportedCase&) {}
void read_matpower(std::string_view, const std::string&, ImportedCase&) {}
}
