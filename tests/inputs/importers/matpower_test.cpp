// SPDX-License-Identifier: Apache-2.0
// MATPOWER cases: the language, what becomes of each table, and the whole message of what cannot be taken.
#include <limits>

#include "inputs/importers/matpower_text.hpp"
#include "tests/inputs/importers/imported_file.hpp"

namespace indus::tests {

namespace {

constexpr const char* three_buses = R"(%% a case of three buses
function mpc = three
mpc.version = '2';   % the second
mpc.baseMVA = 100;
%{
mpc.bus = [ 9 9 9 ];
%}
mpc.bus = [
	1	3	0	0	0	0	1	1	0	135	1	1.05	0.95;
	2	2	80, 20, ...  continued
		5	0	1	1	0	135	1	1.05	0.95;
	3	1	-0	0	0	0	1	1	0	135	1	1.05	0.95	% no semicolon
];
mpc.gen = [
	1	0	0	25	-25	1	100	1	200	20;
	2	0	0	25	-25	1	100	1	100	0;
	3	0	0	0	0	1	100	1	0	-50;
	3	0	0	0	0	1	100	0	10	0;
];
mpc.gencost = [
	2	0	0	3	0.1	5	7	0;
	1	0	0	2	0	0	100	2000;
	2	0	0	2	90	0	0	0;
	2	0	0	1	0	0	0	0;
];
mpc.branch = [
	1	2	0.03	0.04	0	300	0	0	0.98	0	1	-30	30;
	2	3	0	0.05	0	0	0	0	0	0	1	-360	360;
	1	3	0	0.05	0	50	0	0	0	0	0	0	0;
];
mpc.dcline = [
	1	3	1	0	0	0	0	1	1	0	40	0	0	0	0	0	0.02;
];
mpc.bus_name = { 'Alta'; 'it''s B'; "C" };
mpc.genfuel = { 'coal'; 'ng'; 'dl'; 'ng' };
)";

ImportedFile matpower() { return {"three.m", three_buses}; }

TEST(ImportMatpower, TakesBusesAndLoads) {
    const model::System system = matpower().system();
    EXPECT_EQ(system.horizon().step_count(), 1);
    EXPECT_EQ(system.all<model::Zone>().size(), 3u);
    const auto& demands = system.all<model::Demand>();
    ASSERT_EQ(demands.size(), 2u);
    EXPECT_EQ(demands[0].name, "load_bus2");
    EXPECT_EQ(demands[0].load_mw[0], 80.0);
    EXPECT_EQ(demands[1].name, "shunt_bus2");
    EXPECT_EQ(demands[1].load_mw[0], 5.0);
}

TEST(ImportMatpower, TakesGeneratorsAndTheirCosts) {
    const model::System system = matpower().system();
    const auto& plants = system.all<model::ThermalPlant>();
    ASSERT_EQ(plants.size(), 2u);  // one is out of service, one a load
    EXPECT_EQ(plants[0].name, "gen1_bus1");
    EXPECT_EQ(plants[0].technology, "coal");
    EXPECT_EQ(plants[0].quadratic_cost_per_mw2h, 0.1);
    EXPECT_EQ(plants[0].variable_cost_per_mwh, 5.0);
    EXPECT_EQ(plants[0].no_load_cost_per_h, 7.0);
    EXPECT_EQ(plants[0].min_output_mw, 20.0);
    EXPECT_TRUE(plants[0].must_run);
    EXPECT_EQ(plants[1].cost_curve_per_h.steps, (std::vector<model::Steps::Step>{{0, 0}, {100, 2000}}));
    const auto& loads = system.all<model::FlexibleDemand>();
    ASSERT_EQ(loads.size(), 1u);
    EXPECT_EQ(loads[0].bids_per_mwh.steps, (std::vector<model::Steps::Step>{{50, 90}}));
}

// (0.03^2 + 0.04^2) / 0.04 = 0.0625.
TEST(ImportMatpower, TakesBranches) {
    const model::System system = matpower().system();
    const auto& lines = system.all<model::AcLine>();
    ASSERT_EQ(lines.size(), 3u);
    EXPECT_NEAR(lines[0].reactance_pu, 0.0625, 1e-15);
    EXPECT_EQ(lines[0].tap_ratio, 1.0);
    EXPECT_EQ(lines[0].max_angle_degrees, 30.0);
    EXPECT_EQ(lines[1].reactance_pu, 0.05);
    EXPECT_EQ(lines[1].capacity_mw[0], 1e6);
    EXPECT_FALSE(lines[1].max_angle_degrees);
    EXPECT_FALSE(lines[2].in_service);
    const auto& links = system.all<model::Line>();
    ASSERT_EQ(links.size(), 1u);
    EXPECT_EQ(links[0].loss_share, 0.02);
    EXPECT_EQ(links[0].reverse_capacity_mw, 0.0);
}

TEST(ImportMatpower, ComesBackFromTheCaseFolder) { matpower().expect_round_trip("matpower"); }

TEST(ImportMatpower, RefusesOtherStatements) {
    EXPECT_THAT(
        matpower().replace("mpc.baseMVA = 100;", "mpc.baseMVA = 2 * 50;\ndefine_constants;").messages(),
        ElementsAre("three.m:4:17: found '* 50;', expected the end of the assignment",
                    "three.m:5:1: found 'define_constants;', expected an assignment such as mpc.baseMVA = 100;"));
    EXPECT_THAT(matpower().replace("function mpc = three", "function [baseMVA, bus] = three").messages(),
                ElementsAre("three.m:2:1: found 'function [baseMVA, bus] = three', expected 'function mpc = NAME', as "
                            "cases of version 2 have it"));
    EXPECT_THAT(matpower().replace("-360	360", "-pi	360").messages(),
                ElementsAre("three.m:28:27: found '-pi\\t360;', expected a number"));
    EXPECT_THAT(matpower().replace("mpc.baseMVA = 100;", "mpc.baseMVA = 100; mpc.version = '2';").messages(),
                ElementsAre("three.m:4:20: found 'mpc.version', expected a name that is assigned once only"));
}

TEST(ImportMatpower, RefusesATextOrMatrixThatDoesNotEnd) {
    EXPECT_THAT(matpower().replace("'2';", "'2;").messages(),
                ElementsAre("three.m:3:15: found ''2;   % the second', expected a text that ends in its line"));
    EXPECT_THAT(ImportedFile("open.m", "mpc.bus = [ 1 2 3").messages(),
                ElementsAre("open.m:1:18: found nothing, expected ']'"));
}

TEST(ImportMatpower, TellsWhatATableCannotSay) {
    ImportedFile file = matpower();
    file.replace("0.98	0	1", "0.98	5	1")
        .replace("	2	0	0	3	0.1", "	3	0	0	3	0.1");
    file.replace("40	0	0	0	0	0	0.02",
                 "40	0	0	0	0	1	0.02")
        .replace("mpc.bus_name", "mpc.storage");
    EXPECT_THAT(
        file.messages(),
        ElementsAre("three.m:21:2: found '3', expected 1 for a piecewise linear cost or 2 for a polynomial",
                    "three.m:27:31: found '5', expected 0: phase shifts are left out by the flow that is read "
                    "here",
                    "three.m:32:33: found '1', expected 0: a loss that does not depend on the flow is not taken",
                    "three.m:34:15: found 'mpc.storage', expected a member that this reader knows"));
}

TEST(ImportMatpower, RefusesRowsAndTablesThatAreTooShort) {
    ImportedFile file = matpower();
    file.replace(
        "	1	3	0	0.05	0	50	0	0	0	0	0	0	0;",
        "	1	3	0;");
    file.replace("	2	0	0	1	0	0	0	0;\n", "").replace("'2'", "'1'");
    EXPECT_THAT(
        file.messages(),
        ElementsAre("three.m:3:15: found nothing, expected mpc.version = '2';",
                    "three.m: found '3 rows of mpc.gencost', expected one for each of 4 rows of mpc.gen, or two",
                    "three.m:28:2: found '3 numbers', expected a row of mpc.branch with at least 11"));
}

TEST(ImportMatpower, NamesTheLineOfWhatTheSystemRefuses) {
    EXPECT_THAT(matpower().replace("	2	80,", "	2	-80,").messages(),
                ElementsAre("three.m:10:6: load_mw: found '-80', expected a number of at least 0 [MW]"));
    EXPECT_THAT(
        matpower().replace("	2	3	0	0.05", "	2	4	0	0.05").messages(),
        ElementsAre("three.m:28:2: to: found '4', expected the name of a zone; did you mean '1'?"));
    EXPECT_THAT(matpower().replace("	2	3	0	0.05", "	2	3	0	0").messages(),
                ElementsAre("three.m:28:8: reactance_pu: found '0', expected a number other than 0"));
}

TEST(MatpowerText, ReadsNumbersAsMatlabDoes) {
    std::vector<inputs::Issue> issues;
    const inputs::MatpowerFile file =
        inputs::parse_matpower("f.m", "mpc.a = [+1 -2.5e3, Inf -Inf;\r\n\r\n.5 1. NaN 1E-2];mpc.b.c = 7 % end", issues);
    EXPECT_TRUE(issues.empty());
    const auto& matrix = std::get<inputs::MatpowerMatrix>(file.at("a").data);
    ASSERT_EQ(matrix.size(), 2u);
    EXPECT_EQ(matrix[0][1].value, -2500.0);
    EXPECT_EQ(matrix[0][3].value, -std::numeric_limits<double>::infinity());
    EXPECT_EQ(matrix[1][0].value, 0.5);
    EXPECT_TRUE(matrix[1][2].value != matrix[1][2].value);
    EXPECT_EQ(matrix[1][3].place, (inputs::Place{"f.m", 3, 11}));
    EXPECT_EQ(std::get<inputs::MatpowerNumber>(file.at("b.c").data).value, 7.0);
}

}  // namespace

}  // namespace indus::tests
