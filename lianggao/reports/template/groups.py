"""The groups that the columns of the template stand in; fields that only an overlay has are grouped by their kind."""

from __future__ import annotations

from collections.abc import Mapping

from lianggao.computing import NEVER_STATED, SHARES
from lianggao.vocabulary import Field

GROUPS: Mapping[str, tuple[str, ...]] = {
    "基本信息": (
        "project_name",
        "owner",
        "uscc",
        "project_code",
        "county",
        "place",
        "stage",
        "construction_nature",
        "content",
        "decision_date",
    ),
    "行业与产品": (
        "industry_code",
        "industry_code_edition",
        "industry_text",
        "activity",
        "products",
        "process",
        "raw_materials",
        "main_process_changed",
        "capacity_added",
        "process_changed",
    ),
    "能耗": (
        "energy_equivalent_tce",
        "energy_calorific_tce",
        "energy_unstated_tce",
        "added_energy_equivalent_tce",
        "added_energy_calorific_tce",
        "electricity_kwh",
        "coal_t",
        "coke_t",
        "gas_m3",
        "oil_t",
        "heat_gj",
        "steam_t",
    ),
    "用地与投资": ("investment_wan_yuan", "land_m2"),
    "手续": ("energy_review_done", "eia_done", "approvals"),
    "风险与定位": (
        "hazardous_chemicals",
        "heavy_metal_emission",
        "directory_class",
        "local_positioning",
        "declared_lianggao",
    ),
    "其他": (),
    "须由主管部门明确": (),
    "发展改革核对": (
        "output_t",
        "output_cases",
        "added_output_t",
        "added_output_cases",
        "output_m2",
        "efficiency_item",
        "limit_item",
        "efficiency_confirmed",
        "unit_energy_kgce_per_t",
        "unit_energy_kgce_per_m2",
        "unit_energy_kgce_per_case",
        "unit_energy_kgoe_per_t",
        "unit_electricity_kwh_per_t",
        "unit_coal_gce_per_kwh",
        "coal_added_t",
        "coal_k1",
        "coal_k2",
        "coal_substituted_t",
        "coal_substitution_plan",
        "high_pollution_fuel",
        "energy_right_a_tce",
        "energy_right_b",
        "energy_right_c",
        "energy_average",
        "energy_right_traded_tce",
        "added_value_wan_yuan",
        "energy_room_tce",
        "window_guidance_done",
    ),
    "工业和信息化核对": (
        "replacement_ratio",
        "replaced_t",
        "replaced_cases",
        "replacement_source",
        "replaced_below_baseline",
        "replaced_closes_first",
        "steel_merged",
        "steel_equal_swap",
        "pv_hearing_done",
        "backward_process",
        "brick_output",
        "blast_furnace_m3",
        "converter_t",
        "arc_furnace_t",
        "alloy_steel",
    ),
    "生态环境核对": (
        "performance_graded",
        "performance_grade",
        "clean_production_advanced",
        "ultra_low_emission",
        "in_park",
        "in_chemical_park",
        "park_planning_eia",
        "in_national_plan",
        "regional_reduction",
    ),
    "自然资源核对": (
        "land_directory_class",
        "land_conditions_met",
        "new_land_m2",
        "floor_area_m2",
        "footprint_m2",
        "office_land_m2",
        "office_floor_m2",
        "fixed_investment_wan_yuan",
        "annual_output_wan_yuan",
        "annual_tax_wan_yuan",
        "plot_ratio",
        "building_coefficient",
        "office_land_share",
        "office_floor_share",
        "investment_per_mu",
        "output_per_mu",
        "tax_per_mu",
    ),
    "由程序计算": (
        "named_industry",
        "unit_energy",
        "benchmark_value",
        "baseline_value",
        "benchmark_ratio",
        "baseline_ratio",
        "limit_unit_energy",
        "limit_1_value",
        "limit_2_value",
        "limit_3_value",
        "limit_1_ratio",
        "limit_3_ratio",
        *NEVER_STATED,
        *SHARES.values(),
    ),
}
"""The groups of columns in order, each with its fields in order; a department's are those that its review checks."""

GROUP_KEYS = (
    "basic",
    "industry",
    "energy",
    "land_and_investment",
    "approvals",
    "risk",
    "other",
    "authority",
    "development_checks",
    "industry_checks",
    "environment_checks",
    "land_checks",
    "computed",
)
"""The English names of the groups, in the same order."""

WORKED_OUT = "由程序计算"
CHECKS = frozenset({"发展改革核对", "工业和信息化核对", "生态环境核对", "自然资源核对", WORKED_OUT})
"""Groups that may be folded away: a list without them is screened all the same."""

_ENERGY = frozenset({"energy", "electricity", "mass", "volume", "heat"})
_MEANS = frozenset({"money", "area"})


def group_of(field: Field) -> str:
    """Return the group of a field."""
    for group, names in GROUPS.items():
        if field.name in names:
            return group
    if field.kind == "reading":
        return "须由主管部门明确"
    return "能耗" if field.scale in _ENERGY else "用地与投资" if field.scale in _MEANS else "其他"
