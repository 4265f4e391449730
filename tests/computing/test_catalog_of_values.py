"""Every value of the two tables of the regulation, typed a second time, against the catalogs as shipped."""

from __future__ import annotations

from desk import Desk

# Product: 标杆, 基准, how it is known (V and V2: reported, R: recalled, U: doubtful).
BENCHMARKS = """
tile_absorption_to_0_5 4 7 reported
tile_absorption_0_5_to_10 3.7 4.6 reported
tile_absorption_over_10 3.5 4.5 reported
sanitary_ceramics 300 630 reported
coke_stamped 110 140 reported
coke_top_charged 110 135 recalled
blast_furnace 361 435 reported
converter -30 -10 reported
clinker 100 117 recalled
flat_glass_over_800 8 12 recalled
flat_glass_500_to_800 9.5 13.5 recalled
aluminium_liquid 13000 13350 recalled
copper_from_concentrate 260 380 uncertain
refining 7.5 8.5 recalled
ethylene 590 640 recalled
paraxylene 380 550 recalled
caustic_soda_liquid 315 350 recalled
soda_ash_ammonia_light 320 370 recalled
soda_ash_combined_light 160 200 recalled
calcium_carbide 805 940 recalled
ammonia_anthracite 1100 1350 recalled
ammonia_pulverised_coal 1350 1550 recalled
ammonia_natural_gas 1000 1200 recalled
methanol_bituminous 1400 1800 uncertain
methanol_anthracite 1250 1600 uncertain
methanol_lignite 1550 2000 uncertain
coal_to_olefins 2800 3300 recalled
yellow_phosphorus 2300 2800 recalled
ferrosilicon 1770 1850 recalled
"""

# Standard and its first day; then each product with its three levels, `-` where there is none.
LIMITS = """
GB 16780-2021 @2022-11-01
 clinker 100 107 117; clinker_electricity 48 57 61; clinker_coal 94 100 109
 cement 80 87 94; cement_electricity 26 29 34
GB 21252-2023 @2023
 tile_absorption_to_0_2 4.5 5.5 7; tile_absorption_0_2_to_0_5 4 4.9 6.5
 tile_absorption_0_5_to_10 3.4 3.7 4.6; tile_absorption_over_10 3.2 3.5 4.5
 sanitary_absorption_to_0_3 350 500 630; sanitary_absorption_over_0_3 300 460 610
GB 21256-2025 @2026-07-01
 sintering 43 46 52; pelletizing 15 22 33; blast_furnace 361 370 415; converter -30 -28 -12
GB 21257-2024 @2024
 caustic_soda_liquid_30 308 315 350; caustic_soda_liquid_45 410 420 470; caustic_soda_solid 600 620 685
 pvc_carbide 185 193 270; pvc_ethylene 600 620 635
GB 21258-2024 @2024 ?
 coal_power_ultra_1000 268 276 283; coal_power_ultra_600 275 282 291
 coal_power_super_600 286 285 299; coal_power_super_300 290 285 308
GB 21340-2019 @2019
 flat_glass_to_500 - - 14; flat_glass_500_to_800 9.5 11.5 13.5; flat_glass_over_800 8 10 12
 pv_glass_to_300 300 300 400; pv_glass_over_300 260 260 370
GB 21341-2022 @2022
 ferrosilicon 1700 1770 1850; ferromanganese_high_carbon 610 660 700
 silicomanganese 850 860 950; ferrochrome_high_carbon 800 850 900
GB 21342-2025 @2026-05-01
 coke_top_charged 110 110 135; coke_stamped 115 115 140
GB 21343-2023 @2023
 calcium_carbide 805 823 940; calcium_carbide_electricity 3000 3080 3200
GB 21344-2023 @2023
 ammonia_anthracite 1090 1100 1350; ammonia_other_lump_coal 1180 1200 1520
 ammonia_pulverised_coal 1340 1350 1550; ammonia_lignite 1700 1800 1900; ammonia_natural_gas 996 1000 1200
 urea_turbine 130 150 170; urea_motor 115 138 165
GB 21345-2024 @2024
 yellow_phosphorus 2300 2450 2800
GB 21346-2022 @2022
 aluminium_liquid 12950 13000 13350; aluminium_ingot 13300 13400 13750
 alumina_bayer 340 390 460; alumina_other 550 600 700
GB 21347-2023 @2023
 silicon_first 2500 2800 3300; silicon_second 2700 3000 3500; silicon_third 2800 3100 3600
 magnesium 3500 4000 5000
GB 21370-2017 @2017
 electrode_regular 2060 2170 2410; electrode_high 2620 2740 3050; electrode_ultra 3230 3425 3780
GB 25323-2023 @2023 ?
 copper_from_concentrate 210 230 340; copper_from_scrap 290 310 370
GB 25323-2023 @2023
 lead_crude 220 230 300; lead_smelting 300 330 420; lead_secondary 120 150 210
 zinc_pyro 1540 1700 1890; zinc_hydro_residue 1010 1040 1260; zinc_hydro_no_residue 550 660 820
 nickel 3450 3650 4680
GB 25324-2022 @2022
 aluminium_carbon_calcined 190 210 250; aluminium_carbon_formed 7 10 20
 aluminium_carbon_baked 170 180 230; aluminium_carbon_rodded 9 11 15
GB 29140-2024 @2024
 soda_ash_ammonia_light 310 320 370; soda_ash_ammonia_dense 350 365 420
 soda_ash_combined_light 145 160 200; soda_ash_combined_dense 185 205 250
GB 29436-2023 @2023 ?
 methanol_bituminous 1380 1400 1800; methanol_anthracite 1200 1250 1500; methanol_lignite 1750 1800 2000
 methanol_natural_gas 1130 1150 1380; methanol_coke_oven_gas 1280 1400 1500
GB 29436-2023 @2023
 coal_to_glycol 2450 2850 3100
GB 29449-2024 @2024
 tyre_all_steel 215 235 340; tyre_semi_steel 255 290 430; carbon_black 300 330 460
GB 29995-2024 @2024
 semi_coke 160 180 210
GB 30180-2024 @2024
 coal_to_olefins 2600 2800 3300; indirect_liquefaction 2000 2200 2700
GB 30251-2024 @2024
 refining 6.85 7.5 8.5; ethylene 580 590 640; paraxylene 370 380 550; pta 70 80 180
GB 30526-2019 @2019
 brick_porous 46 48 53; brick_hollow 47 50 55; brick_insulating 50 52 57; brick_solid 44 46 51
GB 30184-2013 @2013
 bitumen_membrane_reinforced 180 200 220; bitumen_membrane_plain 90 100 130
GB 36891-2018 @2018
 mullite_sintered 94 135 252
GB 36892-2018 @2018
 corundum_brown 2100 2300 2400; corundum_white 1200 1500 1680; corundum_sub_white 2750 2800 2950
 corundum_dense 2300 2400 2600; corundum_sintered 94 109 202
"""

Values = tuple[float | None, ...]


def figure(text: str) -> float | None:
    return float(text) if text not in ("", "-") else None


def typed_limits() -> dict[str, tuple[str, str, str, Values]]:
    found: dict[str, tuple[str, str, str, Values]] = {}
    for line in LIMITS.strip().splitlines():
        if not line.startswith(" "):
            standard, _, rest = line.partition(" @")
            start, doubtful = rest.rstrip(" ?"), rest.endswith("?")
            continue
        for product in line.split(";"):
            item, *levels = product.split()
            assert item not in found
            table = "limits-uncertain" if doubtful else "limits"
            found[item] = (table, standard, start, tuple(figure(level) for level in levels))
    return found


def test_every_benchmark_is_the_one_of_the_regulation(desk: Desk) -> None:
    typed = [line.split() for line in BENCHMARKS.strip().splitlines()]
    shipped = {
        (row["efficiency_item"], figure(row["benchmark"]), figure(row["baseline"]), table)
        for table in ("reported", "recalled", "uncertain")
        for row in desk.catalogs.rows(f"efficiency/benchmarks-{table}")
    }
    assert shipped == {(item, float(high), float(low), table) for item, high, low, table in typed}
    assert [row["efficiency_item"] for row in desk.catalogs.rows("efficiency/items")] == [
        "none",
        *(item for item, *_ in typed),
    ]


def test_every_limit_is_the_one_of_the_regulation(desk: Desk) -> None:
    shipped = {
        row["limit_item"]: (
            table,
            row["standard"],
            row["from"],
            tuple(figure(row[level]) for level in ("level_1", "level_2", "level_3")),
        )
        for table in ("limits", "limits-uncertain")
        for row in desk.catalogs.rows(f"efficiency/{table}")
    }
    assert shipped == typed_limits()
    assert {row["limit_item"] for row in desk.catalogs.rows("efficiency/limit-items")} == {"none", *shipped}


def test_a_bare_year_is_that_of_the_number_of_the_standard(desk: Desk) -> None:
    for table in ("limits", "limits-uncertain"):
        for row in desk.catalogs.rows(f"efficiency/{table}"):
            assert len(row["from"]) == 10 or row["standard"].endswith(f"-{row['from']}")


def test_trust_and_editions_say_no_more_than_the_regulation(desk: Desk) -> None:
    trusts = {"reported": {"report"}, "recalled": {"recalled"}, "uncertain": {"recalled"}}
    for table, trust in trusts.items():
        rows = desk.catalogs.rows(f"efficiency/benchmarks-{table}")
        assert {row["trust"] for row in rows} == trust
        assert {row["edition"] for row in rows} == ({"2021"} if table == "uncertain" else {""})
    for table in ("limits", "limits-uncertain"):
        assert {row["trust"] for row in desk.catalogs.rows(f"efficiency/{table}")} == {"report"}


def test_every_measure_is_a_field_in_the_unit_that_the_label_names(desk: Desk) -> None:
    for kind in ("items", "limit-items"):
        for row in desk.catalogs.rows(f"efficiency/{kind}"):
            if row["measure"]:
                assert desk.vocabulary[row["measure"]].unit in row["label"]
            elif row["label"].startswith(("炼油", "精对苯", "水泥熟料煤耗")):
                assert "千克" in row["label"]
            else:
                assert "未见" in row["label"] or next(iter(row.values())) == "none"


def test_every_item_and_activity_of_the_tables_is_known(desk: Desk) -> None:
    for kind, field in (("item", "efficiency_item"), ("limit", "limit_item")):
        rows = desk.catalogs.rows(f"efficiency/{kind}-activities")
        assert {row["activity"] for row in rows} <= desk.vocabulary["activity"].values.keys()
        assert {row[field] for row in rows} <= desk.vocabulary[field].values.keys()
        assert len({tuple(row.values()) for row in rows}) == len(rows)
    for row in desk.catalogs.rows("efficiency/words"):
        assert row["value"] in {"", *desk.vocabulary[row["field"]].values}
    # Each word is of one item only, within a field.
    words = [(r["field"], word) for r in desk.catalogs.rows("efficiency/words") for word in r["words"].split(";")]
    assert len(set(words)) == len(words)


def test_items_that_no_activity_leads_to_are_other_measures_of_a_product(desk: Desk) -> None:
    leads = {row["limit_item"] for row in desk.catalogs.rows("efficiency/limit-activities")}
    every = {row["limit_item"] for row in desk.catalogs.rows("efficiency/limit-items")}
    other = {"clinker_electricity", "clinker_coal", "cement", "calcium_carbide_electricity", "aluminium_ingot"}
    # Of tyres the unit is not on file, and their activity is that of all other industry.
    assert every - leads == other | {"tyre_all_steel", "tyre_semi_steel"}
