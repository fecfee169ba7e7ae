extension Builtin {
  /// The shipped radars and listeners.
  static let sensors = #"""
    # Published ranges of radars are instrumented ranges: a gate, never an anchor. Where no public figure
    # ties a range to a radar cross-section, the anchor is an assumption.

    rat-31dl:
      kind: ground-radar
      name: RAT-31DL
      anchor_range: {low: 200 km, likely: 300 km, high: 400 km, note: no public figure found}
      anchor_rcs: {low: 1 m2, likely: 1 m2, high: 1 m2, note: the target the anchor is defined by}
      anchor_pd: {low: 0.5, likely: 0.8, high: 0.9, note: no public figure found}
      instrumented_range:
        - {low: 400 km, likely: 470 km, high: 500 km, source: leonardo-rat31dl}
      ceiling: {low: 25 km, likely: 30 km, high: 30 km, source: leonardo-rat31dl}
      scan_period: {low: 5 s, likely: 10 s, high: 12 s, note: five to six turns a minute as remembered}
      mast: {low: 5 m, likely: 12 m, high: 30 m, note: no public figure found}
      availability: {low: 0.8, likely: 0.95, high: 0.99, note: no public figure found}

    ltr-25:
      kind: ground-radar
      name: Indra LTR-25
      anchor_range: {low: 200 km, likely: 300 km, high: 400 km, note: no public figure found}
      anchor_rcs: {low: 1 m2, likely: 1 m2, high: 1 m2, note: the target the anchor is defined by}
      anchor_pd: {low: 0.5, likely: 0.8, high: 0.9, note: no public figure found}
      instrumented_range:
        - {low: 400 km, likely: 450 km, high: 470 km, source: polygon-2018}
      ceiling: {low: 25 km, likely: 30 km, high: 30 km, note: taken from radars of its class}
      scan_period: {low: 5 s, likely: 10 s, high: 12 s, note: five to six turns a minute as remembered}
      mast: {low: 5 m, likely: 12 m, high: 30 m, note: no public figure found}
      availability: {low: 0.8, likely: 0.95, high: 0.99, note: no public figure found}

    tps-117:
      kind: ground-radar
      name: AN/TPS-117
      anchor_range: {low: 200 km, likely: 300 km, high: 400 km, note: no public figure found}
      anchor_rcs: {low: 1 m2, likely: 1 m2, high: 1 m2, note: the target the anchor is defined by}
      anchor_pd: {low: 0.5, likely: 0.8, high: 0.9, note: no public figure found}
      instrumented_range:
        - {low: 400 km, likely: 450 km, high: 470 km, source: pravda-ru-2001}
      ceiling: {value: 30 km, source: pravda-ru-2003}
      scan_period: {low: 5 s, likely: 10 s, high: 12 s, note: five to six turns a minute as remembered}
      mast: {low: 5 m, likely: 12 m, high: 30 m, note: no public figure found}
      availability: {low: 0.8, likely: 0.95, high: 0.99, note: no public figure found}

    tps-77:
      kind: ground-radar
      name: AN/TPS-77
      anchor_range: {low: 200 km, likely: 300 km, high: 400 km, note: no public figure found}
      anchor_rcs: {low: 1 m2, likely: 1 m2, high: 1 m2, note: the target the anchor is defined by}
      anchor_pd: {low: 0.5, likely: 0.8, high: 0.9, note: no public figure found}
      instrumented_range:
        - {low: 400 km, likely: 463 km, high: 470 km, source: wikipedia-fps117}
        - {value: 470 km, source: b365-2016}
      ceiling: {value: 30.5 km, source: b365-2016}
      scan_period: {low: 5 s, likely: 10 s, high: 12 s, note: five to six turns a minute as remembered}
      mast: {low: 5 m, likely: 12 m, high: 30 m, note: no public figure found}
      availability: {low: 0.8, likely: 0.95, high: 0.99, note: no public figure found}

    gm403:
      kind: ground-radar
      name: Ground Master 403
      anchor_range: {low: 200 km, likely: 300 km, high: 400 km, note: no public figure found}
      anchor_rcs: {low: 1 m2, likely: 1 m2, high: 1 m2, note: the target the anchor is defined by}
      anchor_pd: {low: 0.5, likely: 0.8, high: 0.9, note: no public figure found}
      instrumented_range:
        - {low: 450 km, likely: 470 km, high: 500 km, source: airforce-tech-2009}
      ceiling: {value: 30 km, source: airforce-tech-2009}
      scan_period: {low: 5 s, likely: 10 s, high: 12 s, note: five to six turns a minute as remembered}
      mast: {low: 5 m, likely: 12 m, high: 30 m, note: no public figure found}
      availability: {low: 0.8, likely: 0.95, high: 0.99, note: no public figure found}

    91n6e:
      kind: ground-radar
      name: 91N6E of the S-400
      note: "1,000 km in one paper was rejected"
      anchor_range: {low: 340 km, likely: 390 km, high: 400 km,
                     note: "for 4 m2, with 230 km for 0.4 m2, as remembered, not looked up"}
      anchor_rcs: {low: 4 m2, likely: 4 m2, high: 4 m2, note: "as remembered, not looked up"}
      anchor_pd: {low: 0.5, likely: 0.8, high: 0.9, note: "no public figure found"}
      instrumented_range:
        - {low: 390 km, likely: 570 km, high: 600 km, source: sputnik-afrique-s400-2017,
           note: "600 km as printed, for very large high targets"}
        - {value: 600 km, source: sarabic-s400-2019}
      ceiling: {low: 30 km, likely: 60 km, high: 100 km, note: "no public figure found"}
      scan_period: {low: 5 s, likely: 10 s, high: 12 s, note: "no public figure found"}
      mast: {low: 4 m, likely: 6 m, high: 24 m, note: "no public figure found"}
      availability: {low: 0.7, likely: 0.9, high: 0.98, note: "no public figure found"}

    92n6e:
      kind: ground-radar
      name: 92N6E of the S-400
      anchor_range: {low: 250 km, likely: 340 km, high: 400 km,
                     note: "as remembered, not looked up"}
      anchor_rcs: {low: 1 m2, likely: 4 m2, high: 5 m2,
                   note: "4 m2 as remembered, not looked up"}
      anchor_pd: {low: 0.5, likely: 0.8, high: 0.9, note: "no public figure found"}
      instrumented_range: {low: 340 km, likely: 400 km, high: 450 km, note: "no public figure found"}
      ceiling: {low: 30 km, likely: 60 km, high: 100 km, note: "no public figure found"}
      scan_period: {low: 1 s, likely: 5 s, high: 10 s, note: "no public figure found"}
      mast:
        - {low: 4 m, likely: 6 m, high: 10 m, note: "on its own truck; no public figure found"}
        - {low: 24 m, likely: 24 m, high: 39 m, source: apa-40v6m-catalogue,
           note: "only where it stands on a 40V6M or MD mast"}
      availability: {low: 0.7, likely: 0.9, high: 0.98, note: "no public figure found"}
      sector: {low: 90 deg, likely: 90 deg, high: 120 deg, note: "no public figure found"}

    96l6e:
      kind: ground-radar
      name: 96L6E
      note: "a 24 m mast sees a target at 25 m out to about 41 km over smooth ground"
      anchor_range: {low: 100 km, likely: 180 km, high: 250 km, note: "no public figure found"}
      anchor_rcs: {low: 1 m2, likely: 1 m2, high: 1 m2, note: "the target the anchor is defined by"}
      anchor_pd: {low: 0.5, likely: 0.8, high: 0.9, note: "no public figure found"}
      instrumented_range: {low: 200 km, likely: 300 km, high: 300 km,
                           note: "as remembered, not looked up"}
      ceiling: {low: 20 km, likely: 30 km, high: 100 km, note: "no public figure found"}
      scan_period: {low: 3 s, likely: 6 s, high: 12 s, note: "no public figure found"}
      mast:
        - {low: 4 m, likely: 7 m, high: 12 m, note: "on its own truck; no public figure found"}
        - {low: 24 m, likely: 24 m, high: 39 m, source: apa-40v6m-catalogue,
           note: "on a 40V6M or MD mast"}
      availability: {low: 0.7, likely: 0.9, high: 0.98, note: "no public figure found"}

    vostok-e:
      kind: ground-radar
      name: Vostok-E
      note: "metre waves; large claims against hidden aircraft are the maker's"
      anchor_range: {low: 200 km, likely: 255 km, high: 360 km,
                     note: "fighter class, as remembered, not looked up"}
      anchor_rcs: {low: 1 m2, likely: 2.5 m2, high: 5 m2, note: "fighter class; size not stated"}
      anchor_pd: {low: 0.5, likely: 0.8, high: 0.9, note: "no public figure found"}
      instrumented_range: {low: 350 km, likely: 360 km, high: 370 km,
                           note: "as remembered, not looked up"}
      ceiling: {low: 20 km, likely: 25 km, high: 35 km, note: "no public figure found"}
      scan_period: {low: 5 s, likely: 10 s, high: 20 s, note: "no public figure found"}
      mast: {low: 5 m, likely: 10 m, high: 20 m, note: "no public figure found"}
      availability: {low: 0.7, likely: 0.9, high: 0.98, note: "no public figure found"}

    vostok-d:
      kind: ground-radar
      name: Vostok-D
      anchor_range: {low: 150 km, likely: 250 km, high: 360 km, note: "no public figure found"}
      anchor_rcs: {low: 1 m2, likely: 2.5 m2, high: 5 m2, note: "fighter class; size not stated"}
      anchor_pd: {low: 0.5, likely: 0.8, high: 0.9, note: "no public figure found"}
      instrumented_range: {low: 240 km, likely: 360 km, high: 400 km,
                           note: "as remembered, not looked up; low confidence"}
      ceiling: {low: 20 km, likely: 25 km, high: 35 km, note: "no public figure found"}
      scan_period: {low: 5 s, likely: 10 s, high: 20 s, note: "no public figure found"}
      mast: {low: 5 m, likely: 10 m, high: 20 m, note: "no public figure found"}
      availability: {low: 0.7, likely: 0.9, high: 0.98, note: "no public figure found"}

    protivnik-ge:
      kind: ground-radar
      name: 59N6E Protivnik-GE
      note: "about 100 km against a target at 1 km, as remembered, which is nearly the horizon"
      anchor_range: {low: 250 km, likely: 340 km, high: 350 km,
                     note: "fighter high up, as remembered, not looked up"}
      anchor_rcs: {low: 1 m2, likely: 2.5 m2, high: 5 m2, note: "fighter class; size not stated"}
      anchor_pd: {low: 0.5, likely: 0.8, high: 0.9, note: "no public figure found"}
      instrumented_range: {low: 340 km, likely: 400 km, high: 400 km,
                           note: "as remembered, not looked up"}
      ceiling: {low: 80 km, likely: 200 km, high: 200 km, note: "as remembered, not looked up"}
      scan_period: {low: 5 s, likely: 10 s, high: 20 s, note: "no public figure found"}
      mast: {low: 5 m, likely: 8 m, high: 15 m, note: "no public figure found"}
      availability: {low: 0.7, likely: 0.9, high: 0.98, note: "no public figure found"}

    nebo-m:
      kind: ground-radar
      name: 55Zh6M Nebo-M
      note: "three radars in one set; the longest ranges hold in a sector only"
      anchor_range: {low: 200 km, likely: 350 km, high: 500 km, note: "no public figure found"}
      anchor_rcs: {low: 1 m2, likely: 1 m2, high: 1 m2, note: "the target the anchor is defined by"}
      anchor_pd: {low: 0.5, likely: 0.8, high: 0.9, note: "no public figure found"}
      instrumented_range:
        - {low: 400 km, likely: 600 km, high: 700 km,
           note: "aircraft, all round; as remembered, not looked up"}
        - {low: 1000 km, likely: 1800 km, high: 1800 km,
           note: "ballistic targets in a sector; as remembered, not looked up"}
        - {value: 1000 km, source: yonhap-nebo-2021, note: "repeats TASS; aircraft and missiles"}
      ceiling: {low: 80 km, likely: 500 km, high: 1200 km, note: "no public figure found"}
      scan_period: {low: 5 s, likely: 10 s, high: 20 s, note: "no public figure found"}
      mast: {low: 5 m, likely: 10 m, high: 20 m, note: "no public figure found"}
      availability: {low: 0.7, likely: 0.9, high: 0.98, note: "no public figure found"}

    podlet-k1:
      kind: ground-radar
      name: 48Ya6-K1 Podlet-K1
      anchor_range: {low: 80 km, likely: 150 km, high: 200 km, note: "no public figure found"}
      anchor_rcs: {low: 1 m2, likely: 1 m2, high: 1 m2, note: "the target the anchor is defined by"}
      anchor_pd: {low: 0.5, likely: 0.8, high: 0.9, note: "no public figure found"}
      instrumented_range: {low: 100 km, likely: 200 km, high: 300 km,
                           note: "as remembered, not looked up"}
      ceiling: {value: 10 km, note: "as remembered, not looked up"}
      scan_period: {low: 3 s, likely: 6 s, high: 12 s, note: "no public figure found"}
      mast: {low: 5 m, likely: 15 m, high: 25 m, note: "no public figure found"}
      availability: {low: 0.7, likely: 0.9, high: 0.98, note: "no public figure found"}

    kasta-2e2:
      kind: ground-radar
      name: 39N6E Kasta-2E2
      anchor_range: {low: 41 km, likely: 95 km, high: 150 km,
                     note: "as remembered, not looked up; the low end is a target at 100 m"}
      anchor_rcs: {low: 1 m2, likely: 2 m2, high: 5 m2, note: "no public figure found"}
      anchor_pd: {low: 0.5, likely: 0.8, high: 0.9, note: "no public figure found"}
      instrumented_range: {low: 140 km, likely: 150 km, high: 160 km,
                           note: "as remembered, not looked up"}
      ceiling: {low: 5 km, likely: 6 km, high: 10 km, note: "as remembered, not looked up"}
      scan_period: {low: 5 s, likely: 5 s, high: 10 s, note: "no public figure found"}
      mast: {low: 14 m, likely: 14 m, high: 50 m, note: "14 or 50 m as remembered, not looked up"}
      availability: {low: 0.7, likely: 0.9, high: 0.98, note: "no public figure found"}

    p-18:
      kind: ground-radar
      name: P-18
      anchor_range: {low: 150 km, likely: 250 km, high: 260 km,
                     note: "high target, as remembered, not looked up"}
      anchor_rcs: {low: 1 m2, likely: 2.5 m2, high: 5 m2, note: "fighter class; size not stated"}
      anchor_pd: {low: 0.5, likely: 0.8, high: 0.9, note: "no public figure found"}
      instrumented_range: {low: 250 km, likely: 260 km, high: 360 km, note: "no public figure found"}
      ceiling: {low: 20 km, likely: 25 km, high: 35 km, note: "no public figure found"}
      scan_period: {low: 10 s, likely: 10 s, high: 30 s, note: "no public figure found"}
      mast: {low: 5 m, likely: 8 m, high: 12 m, note: "no public figure found"}
      availability: {low: 0.5, likely: 0.8, high: 0.95, note: "no public figure found"}

    volga:
      kind: ground-radar
      name: 70M6 Volga near Hantsavichy
      note: "early warning of ballistic missiles to the west; looks above the horizon only"
      anchor_range: {low: 1000 km, likely: 1500 km, high: 2000 km, note: "no public figure found"}
      anchor_rcs: {low: 0.1 m2, likely: 1 m2, high: 1 m2, note: "no public figure found"}
      anchor_pd: {low: 0.5, likely: 0.8, high: 0.9, note: "no public figure found"}
      instrumented_range: {low: 2000 km, likely: 4800 km, high: 4800 km,
                           note: "2,000 to 4,800 km in print; as remembered, not looked up"}
      ceiling: {low: 1000 km, likely: 2000 km, high: 2000 km, note: "no public figure found"}
      scan_period: {low: 1 s, likely: 5 s, high: 15 s, note: "no public figure found"}
      mast: {low: 10 m, likely: 20 m, high: 40 m, note: "no public figure found"}
      availability: {low: 0.9, likely: 0.98, high: 0.999, note: "no public figure found"}
      sector: {low: 110 deg, likely: 120 deg, high: 120 deg, note: "as remembered, not looked up"}
      lowest_elevation: {low: 1 deg, likely: 2 deg, high: 4 deg, note: "no public figure found"}

    voronezh-dm:
      kind: ground-radar
      name: Voronezh-DM
      note: "early warning of ballistic missiles; looks above the horizon only"
      anchor_range: {low: 1000 km, likely: 1500 km, high: 2000 km, note: "no public figure found"}
      anchor_rcs: {low: 0.1 m2, likely: 1 m2, high: 1 m2, note: "no public figure found"}
      anchor_pd: {low: 0.5, likely: 0.8, high: 0.9, note: "no public figure found"}
      instrumented_range:
        - {value: 4000 km, source: sputnik-voronezh-2010}
        - {value: 6000 km, source: aktuality-2013, note: "three years later"}
        - {value: 6000 km, source: sputnik-afrique-voronej-2014, note: "the one near Kaliningrad"}
      ceiling: {low: 1000 km, likely: 2000 km, high: 2000 km, note: "no public figure found"}
      scan_period: {low: 1 s, likely: 5 s, high: 15 s, note: "no public figure found"}
      mast: {low: 10 m, likely: 20 m, high: 40 m, note: "no public figure found"}
      availability: {low: 0.9, likely: 0.98, high: 0.999, note: "no public figure found"}
      sector: {low: 90 deg, likely: 120 deg, high: 240 deg, note: "as remembered, not looked up"}
      lowest_elevation: {low: 1 deg, likely: 2 deg, high: 4 deg, note: "no public figure found"}

    patriot-mpq65:
      kind: ground-radar
      name: AN/MPQ-65 of Patriot
      note: "to be followed by an all-round radar"
      anchor_range: {low: 70 km, likely: 100 km, high: 150 km, note: "no public figure found"}
      anchor_rcs: {low: 1 m2, likely: 1 m2, high: 1 m2, note: "the target the anchor is defined by"}
      anchor_pd: {low: 0.5, likely: 0.8, high: 0.9, note: "no public figure found"}
      instrumented_range: {low: 100 km, likely: 150 km, high: 170 km,
                           note: "as remembered, not looked up"}
      ceiling: {low: 24 km, likely: 40 km, high: 80 km, note: "no public figure found"}
      scan_period: {low: 1 s, likely: 2 s, high: 5 s, note: "no public figure found"}
      mast: {low: 3 m, likely: 5 m, high: 8 m, note: "no public figure found"}
      availability: {low: 0.7, likely: 0.9, high: 0.98, note: "no public figure found"}
      sector:
        - {low: 110 deg, likely: 120 deg, high: 120 deg, source: wnp-patriot-2023}
        - {low: 90 deg, likely: 90 deg, high: 120 deg,
           note: "search 90 and track 120 in specialist text; source not kept"}

    e-3a:
      kind: airborne-radar
      name: E-3A AWACS
      note: "400 km against low flyers is the horizon from 9,150 m (394 km); the 312,000 km2 also
        published are a circle of 315 km"
      anchor_range:
        - {value: 370 km, source: the-press-1984,
           note: "200 nautical miles, low fighters, from 30,000 ft; near the horizon"}
        - {low: 250 km, likely: 350 km, high: 450 km, note: "no public figure found"}
      anchor_rcs: {low: 1 m2, likely: 3 m2, high: 7 m2, note: "fighter class; size not stated"}
      anchor_pd: {low: 0.5, likely: 0.8, high: 0.9, note: "no public figure found"}
      instrumented_range:
        - {low: 500 km, likely: 520 km, high: 520 km, source: air-recognition-2017,
           note: "targets at medium altitude"}
      scan_period: {low: 5 s, likely: 10 s, high: 10 s, source: worldwarwings-e3,
                    note: "one turn in 10 s; the page also says 5 s"}
      altitude: {low: 9000 m, likely: 9150 m, high: 10000 m, source: air-recognition-2017}
      availability: {low: 0.1, likely: 0.4, high: 0.9,
                     note: "no public figure found; 14 aircraft for the whole alliance"}
      orbit_radius: {low: 20 km, likely: 50 km, high: 100 km, note: "no public figure found"}
      minimum_radial_speed: {low: 20 m/s, likely: 40 m/s, high: 70 m/s,
                             note: "no public figure found"}
      standoff: {low: 30 km, likely: 80 km, high: 200 km, note: "no public figure found"}

    saab-340-aew:
      kind: airborne-radar
      name: Saab 340 AEW of Poland
      note: "looks 150 degrees to each side; taken as all round"
      anchor_range: {low: 330 km, likely: 340 km, high: 350 km, source: cielo-cerrado-2026,
                     note: "fighters, after an encyclopaedia of the radar"}
      anchor_rcs: {low: 1 m2, likely: 3 m2, high: 7 m2, note: "fighter class; size not stated"}
      anchor_pd: {low: 0.5, likely: 0.8, high: 0.9, note: "no public figure found"}
      instrumented_range: {low: 400 km, likely: 450 km, high: 450 km, note: "as remembered, not looked up"}
      scan_period: {low: 2 s, likely: 10 s, high: 20 s, note: "no public figure found"}
      altitude: {low: 5000 m, likely: 6000 m, high: 7600 m, source: cielo-cerrado-2026}
      availability: {low: 0.05, likely: 0.3, high: 0.7, note: "two aircraft; no public figure found"}
      orbit_radius: {low: 20 km, likely: 50 km, high: 100 km, note: "no public figure found"}
      minimum_radial_speed: {low: 15 m/s, likely: 30 m/s, high: 60 m/s, note: "no public figure found"}
      standoff: {low: 30 km, likely: 80 km, high: 200 km, note: "no public figure found"}

    aerostat-barbara:
      kind: airborne-radar
      name: Aerostat of the Polish programme Barbara
      anchor_range: {low: 150 km, likely: 250 km, high: 300 km, note: "no public figure found"}
      anchor_rcs: {low: 1 m2, likely: 1 m2, high: 1 m2, note: "the target the anchor is defined by"}
      anchor_pd: {low: 0.5, likely: 0.8, high: 0.9, note: "no public figure found"}
      instrumented_range: {low: 300 km, likely: 300 km, high: 320 km, source: spidersweb-2026,
                           note: "over 300 km"}
      scan_period: {low: 4 s, likely: 10 s, high: 12 s, note: "no public figure found"}
      altitude: {low: 3000 m, likely: 4000 m, high: 4500 m, source: spidersweb-2026, note: "four kilometres; the ends are ours"}
      availability: {low: 0.3, likely: 0.7, high: 0.9, note: "no public figure found; winds keep it down"}
      orbit_radius: {low: 1 km, likely: 1 km, high: 3 km, note: "on its tether"}
      minimum_radial_speed: {low: 10 m/s, likely: 20 m/s, high: 40 m/s, note: "no public figure found"}

    nur-15m:
      kind: ground-radar
      name: NUR-15M Odra
      anchor_range: {low: 120 km, likely: 180 km, high: 240 km, note: "no public figure found"}
      anchor_rcs: {low: 1 m2, likely: 1 m2, high: 1 m2, note: "the target the anchor is defined by"}
      anchor_pd: {low: 0.5, likely: 0.8, high: 0.9, note: "no public figure found"}
      instrumented_range: {value: 240 km, source: gazeta-prawna-nur15-2025}
      ceiling: {value: 30 km, source: gazeta-prawna-nur15-2025}
      scan_period: {low: 5 s, likely: 10 s, high: 12 s, note: "no public figure found"}
      mast: {low: 5 m, likely: 8 m, high: 16 m, note: "no public figure found"}
      availability: {low: 0.5, likely: 0.8, high: 0.95, note: "no public figure found"}

    trml-4d:
      kind: ground-radar
      name: TRML-4D
      anchor_range:
        - {value: 120 km, source: theia-2026, note: "fighter; the maker's data sheet"}
        - {low: 100 km, likely: 120 km, high: 150 km, source: cielo-cerrado-2026, note: "fighter, more than 120 km"}
      anchor_rcs: {low: 1 m2, likely: 3 m2, high: 5 m2, note: "fighter class; size not stated"}
      anchor_pd: {low: 0.5, likely: 0.8, high: 0.9, note: "no public figure found"}
      instrumented_range: {value: 250 km, source: hensoldt-trml-2024}
      ceiling: {low: 25 km, likely: 30 km, high: 30 km, note: "taken from radars of its class"}
      scan_period:
        - {low: 1 s, likely: 2 s, high: 3 s, source: theia-2026, note: "assumed there"}
      mast: {low: 4 m, likely: 12 m, high: 12 m, source: cielo-cerrado-2026, note: "up to 12 m"}
      availability: {low: 0.5, likely: 0.8, high: 0.95, note: "no public figure found"}
      highest_elevation: {value: 70 deg, source: theia-2026}

    sentinel:
      kind: ground-radar
      name: AN/MPQ-64 Sentinel
      anchor_range: {low: 30 km, likely: 50 km, high: 75 km, note: "no public figure found"}
      anchor_rcs: {low: 1 m2, likely: 1 m2, high: 1 m2, note: "the target the anchor is defined by"}
      anchor_pd: {low: 0.5, likely: 0.8, high: 0.9, note: "no public figure found"}
      instrumented_range: {low: 40 km, likely: 75 km, high: 120 km, source: cielo-cerrado-2026,
                           note: "40 km the basic set, 120 km the later ones"}
      ceiling: {low: 10 km, likely: 15 km, high: 20 km, note: "no public figure found"}
      scan_period: {value: 2 s, source: cielo-cerrado-2026, note: "30 turns a minute"}
      mast: {low: 2 m, likely: 3 m, high: 6 m, note: "no public figure found"}
      availability: {low: 0.5, likely: 0.8, high: 0.95, note: "no public figure found"}

    e-7a:
      kind: airborne-radar
      name: E-7A
      note: "NATO's plan to buy it was reported cancelled in late 2025, as remembered; check"
      anchor_range:
        - {at_least: 370 km, source: bundaberg-2019,
           note: "fighter below the horizon line; the paper quotes an encyclopaedia"}
        - {value: 370 km, source: nemopan-e737, note: "at most, by the same maker's release"}
      anchor_rcs: {low: 1 m2, likely: 3 m2, high: 7 m2, note: "fighter class; size not stated"}
      anchor_pd: {low: 0.5, likely: 0.8, high: 0.9, note: "no public figure found"}
      instrumented_range:
        - {at_least: 600 km, source: altair-e7-2023}
        - {at_least: 370 km, note: "the maker's brochure, as remembered, not looked up"}
      scan_period: {low: 2 s, likely: 10 s, high: 20 s, note: "no public figure found"}
      altitude: {low: 9000 m, likely: 10500 m, high: 12500 m, source: boeing-1997,
                 note: "12,500 m were reached in a test; the rest is ours"}
      availability: {low: 0.1, likely: 0.4, high: 0.9, note: "no public figure found"}
      orbit_radius: {low: 20 km, likely: 50 km, high: 100 km, note: "no public figure found"}
      minimum_radial_speed: {low: 15 m/s, likely: 30 m/s, high: 60 m/s,
                             note: "no public figure found"}
      standoff: {low: 30 km, likely: 80 km, high: 200 km, note: "no public figure found"}

    a-50:
      kind: airborne-radar
      name: A-50 and A-50U
      anchor_range: {low: 230 km, likely: 265 km, high: 300 km,
                     note: "fighters, as remembered, not looked up"}
      anchor_rcs: {low: 1 m2, likely: 3 m2, high: 7 m2, note: "fighter class; size not stated"}
      anchor_pd: {low: 0.5, likely: 0.8, high: 0.9, note: "no public figure found"}
      instrumented_range:
        - {low: 300 km, likely: 650 km, high: 650 km, source: soha-a50-2015,
           note: "650 km in the air, large targets; 300 km on the surface"}
        - {value: 600 km, source: sarabic-a50u-2017, note: "A-50U, after an American magazine"}
        - {value: 800 km, source: sputnik-fr-a50u-2017, note: "A-50U; the outlier"}
      scan_period: {low: 5 s, likely: 10 s, high: 12 s, note: "no public figure found"}
      altitude:
        - {low: 9000 m, likely: 9150 m, high: 12000 m, source: tripod-a50, note: "30,000 ft"}
        - {low: 9000 m, likely: 10000 m, high: 12000 m, source: soha-a50-2015,
           note: "only the ceiling of 12,000 m is theirs"}
      availability: {low: 0.05, likely: 0.25, high: 0.6,
                     note: "no public figure found; six to nine aircraft, 4 to 12 h on patrol"}
      orbit_radius: {low: 20 km, likely: 50 km, high: 100 km, note: "no public figure found"}
      minimum_radial_speed: {low: 20 m/s, likely: 40 m/s, high: 70 m/s,
                             note: "no public figure found"}
      standoff: {low: 50 km, likely: 100 km, high: 250 km, note: "no public figure found"}

    acoustic-line:
      kind: observer-line
      name: Acoustic net of the Ukrainian kind
      note: "6,000 sensors in early 2024 (La Razón), 9,500 at 400 to 500 dollars in mid-2024
        (Portfolio), 14,000 later (a vendor); under 50 million euros in all (NATO's Goffus)"
      radius:
        - {low: 20 km, likely: 50 km, high: 150 km,
           note: "no public figure found; as wide as it is laid out, one sensor hears some 3 to 5 km"}
      ceiling:
        - {value: 1000 m, source: euromaidan-goffus-2025}
        - {low: 500 m, likely: 1500 m, high: 3000 m, note: "no public figure found"}
      delay: {low: 5 s, likely: 15 s, high: 60 s,
              note: "about 12 s of processing as remembered, not looked up"}
      probability:
        - {at_least: 0.95, source: wtop-2025,
           note: "80 of 84 drones of one raid were met, so found; other sensors helped"}
        - {low: 0.5, likely: 0.85, high: 0.98, note: "no public figure found"}
      availability: {low: 0.5, likely: 0.85, high: 0.98,
                     note: "no public figure found; wind and rain deafen it"}
      fastest:
        - {low: 60 m/s, likely: 80 m/s, high: 110 m/s,
           note: "no public figure found; made for slow propeller drones"}
        - {low: 200 m/s, likely: 250 m/s, high: 300 m/s, source: larazon-acoustic-2024,
           note: "said to hear low missiles and aircraft too; the speed is ours"}

    visual-observers:
      kind: observer-line
      name: Visual observers and people with a reporting app
      note: "the app counted 100,000 downloads by November 2022 (Rai News)"
      radius: {low: 10 km, likely: 30 km, high: 100 km,
               note: "no public figure found; as wide as people live"}
      ceiling: {low: 500 m, likely: 1500 m, high: 3000 m, note: "no public figure found"}
      delay: {low: 15 s, likely: 60 s, high: 300 s,
              note: "no public figure found; one press of a button, then checking"}
      probability: {low: 0.1, likely: 0.4, high: 0.8, note: "no public figure found"}
      availability: {low: 0.3, likely: 0.6, high: 0.9,
                     note: "no public figure found; night and fog blind them"}
      fastest:
        - {low: 200 m/s, likely: 250 m/s, high: 300 m/s, source: futura-eppo-2022,
           note: "the app takes missiles, drones and aircraft; the speed is ours"}
        - {low: 50 m/s, likely: 100 m/s, high: 250 m/s, note: "no public figure found"}
    """#
}
