extension Builtin {
  /// The shipped air defence.
  static let defences = #"""
    s-400:
      kind: air-defence
      name: S-400
      note: "also 120 km (9M96E2), 40 km (9M96E) and 20 to 45 km against low flyers without a raised
        sensor, all as remembered"
      engagement_range:
        - {low: 380 km, likely: 400 km, high: 400 km, source: airforce-tech-s400,
           note: "40N6; 400 km as printed"}
        - {value: 400 km, source: konflikty-s400}
        - {low: 200 km, likely: 250 km, high: 250 km, source: people-daily-s400-2013,
           note: "48N6; aircraft"}
        - {value: 250 km, source: razon-mx-2017}
        - {low: 200 km, likely: 225 km, high: 250 km,
           note: "a Swedish study, against all but large slow aircraft; as remembered"}
      ballistic_range: {low: 7 km, likely: 60 km, high: 60 km, source: people-daily-s400-2013}
      altitude_min:
        - {low: 5 m, likely: 5 m, high: 10 m, source: sarabic-s400-2019}
        - {low: 10 m, likely: 10 m, high: 50 m, note: "encyclopaedias, as remembered"}
      altitude_max:
        - {low: 27 km, likely: 30 km, high: 30 km, source: sarabic-s400-2019}
        - {value: 30 km, source: konflikty-s400}
        - {low: 40 km, likely: 45 km, high: 50 km, source: airforce-tech-s400}
        - {low: 40 km, likely: 40 km, high: 56 km, source: sputnik-afrique-s400-2007,
           note: "40 km foreseen; one test at 56 km claimed"}
      reaction: {low: 8 s, likely: 15 s, high: 60 s, note: "no public figure found"}
      interceptor_speed: {low: 900 m/s, likely: 1200 m/s, high: 1800 m/s,
                          note: "no public figure found"}
      look_time: {low: 10 s, likely: 20 s, high: 40 s, note: "no public figure found"}

    s-300ps:
      kind: air-defence
      name: S-300PS and PT
      engagement_range:
        - {low: 70 km, likely: 75 km, high: 90 km, source: s300-catalogue, note: "5V55R 75 km"}
        - {value: 47 km, source: s300-catalogue, note: "5V55K"}
      altitude_min:
        - {value: 25 m, source: rt-s300-2016, note: "the family"}
      altitude_max: {low: 25 km, likely: 27 km, high: 27 km, source: s300-catalogue}
      reaction: {low: 10 s, likely: 25 s, high: 60 s, note: "no public figure found"}
      interceptor_speed: {low: 700 m/s, likely: 1000 m/s, high: 1500 m/s,
                          note: "no public figure found"}
      look_time: {low: 10 s, likely: 20 s, high: 40 s, note: "no public figure found"}

    s-300pmu2:
      kind: air-defence
      name: S-300PMU2
      engagement_range: {low: 150 km, likely: 195 km, high: 200 km,
                         note: "as remembered, not looked up"}
      ballistic_range: {low: 5 km, likely: 40 km, high: 40 km, note: "as remembered, not looked up"}
      altitude_min:
        - {low: 10 m, likely: 10 m, high: 25 m, note: "as remembered, not looked up"}
        - {value: 25 m, source: rt-s300-2016, note: "the family"}
      altitude_max: {low: 25 km, likely: 27 km, high: 30 km, note: "as remembered, not looked up"}
      reaction: {low: 8 s, likely: 15 s, high: 60 s, note: "no public figure found"}
      interceptor_speed: {low: 900 m/s, likely: 1200 m/s, high: 1700 m/s,
                          note: "no public figure found"}
      look_time: {low: 10 s, likely: 20 s, high: 40 s, note: "no public figure found"}

    pantsir-s1:
      kind: air-defence
      name: Pantsir-S1
      note: "guns reach 3 to 4 km; own radars some 32 and 24 km as remembered; was reported in 2018 to
        see small slow drones badly"
      engagement_range:
        - {low: 18 km, likely: 20 km, high: 20 km, source: sputnik-fr-pantsir-2018}
        - {value: 18 km, note: "some specifications; source not kept"}
      altitude_min: {low: 5 m, likely: 5 m, high: 15 m, source: sputnik-fr-pantsir-2018}
      altitude_max:
        - {value: 15 km, source: sputnik-fr-pantsir-2018}
        - {low: 10 km, likely: 15 km, high: 15 km, source: army-recognition-2015, note: "after TASS"}
      reaction: {low: 4 s, likely: 6 s, high: 20 s, note: "4 to 6 s as remembered, not looked up"}
      interceptor_speed: {low: 500 m/s, likely: 750 m/s, high: 1000 m/s,
                          note: "no public figure found"}
      look_time: {low: 3 s, likely: 6 s, high: 15 s, note: "no public figure found"}

    tor-m2:
      kind: air-defence
      name: Tor-M2
      engagement_range:
        - {low: 12 km, likely: 15 km, high: 16 km, source: sputnik-afrique-tor-2017}
        - {value: 12 km, source: sputnik-afrique-tor-2016, note: "the same commander a year before"}
        - {value: 15 km, source: global-times-tor-2018, note: "of the Belarusian battery"}
      altitude_min: {low: 5 m, likely: 10 m, high: 30 m, note: "as remembered, not looked up"}
      altitude_max:
        - {value: 10 km, source: defensehere-2020}
        - {value: 10 km, source: global-times-tor-2018}
        - {value: 12 km, note: "encyclopaedias, as remembered"}
      reaction: {low: 5 s, likely: 8 s, high: 20 s, note: "no public figure found"}
      interceptor_speed: {low: 450 m/s, likely: 600 m/s, high: 850 m/s,
                          note: "no public figure found"}
      look_time: {low: 3 s, likely: 6 s, high: 15 s, note: "no public figure found"}

    patriot-pac3-mse:
      kind: air-defence
      name: Patriot with PAC-3 MSE
      engagement_range: {low: 60 km, likely: 100 km, high: 120 km, source: gazeta-prawna-2023,
                         note: "up to 100 km as printed"}
      ballistic_range:
        - {low: 35 km, likely: 40 km, high: 45 km, source: mim104-catalogue,
           note: "an estimate; no official figure, and the defended ground is smaller"}
        - {low: 20 km, likely: 35 km, high: 40 km, note: "35 km as remembered, not looked up"}
        - {value: 60 km, note: "in the press; source not kept"}
      altitude_min: {low: 50 m, likely: 60 m, high: 200 m, note: "no public figure found"}
      altitude_max: {low: 22 km, likely: 36 km, high: 40 km, source: mim104-catalogue}
      reaction: {low: 8 s, likely: 15 s, high: 60 s, note: "no public figure found"}
      interceptor_speed: {low: 800 m/s, likely: 1100 m/s, high: 1500 m/s,
                          note: "no public figure found"}
      sector:
        - {low: 110 deg, likely: 120 deg, high: 120 deg, source: wnp-patriot-2023}
        - {low: 90 deg, likely: 90 deg, high: 120 deg,
           note: "search 90 and track 120 in specialist text; source not kept"}
      look_time: {low: 5 s, likely: 10 s, high: 30 s, note: "no public figure found"}

    patriot-gem-t:
      kind: air-defence
      name: Patriot with GEM-T
      engagement_range:
        - {low: 100 km, likely: 160 km, high: 160 km, source: mim104-catalogue}
        - {value: 70 km, source: defense-post-2021, note: "Patriot without naming the missile"}
      ballistic_range: {value: 20 km, source: mim104-catalogue}
      altitude_min: {low: 50 m, likely: 60 m, high: 200 m, note: "no public figure found"}
      altitude_max:
        - {value: 24 km, source: defense-post-2021, note: "Patriot without naming the missile"}
        - {low: 20 km, likely: 24 km, high: 32 km, note: "as remembered, not looked up"}
      reaction: {low: 8 s, likely: 15 s, high: 60 s, note: "no public figure found"}
      interceptor_speed: {low: 700 m/s, likely: 1000 m/s, high: 1500 m/s,
                          note: "no public figure found"}
      sector:
        - {low: 110 deg, likely: 120 deg, high: 120 deg, source: wnp-patriot-2023}
        - {low: 90 deg, likely: 90 deg, high: 120 deg,
           note: "search 90 and track 120 in specialist text; source not kept"}
      look_time: {low: 5 s, likely: 10 s, high: 30 s, note: "no public figure found"}

    iris-t-slm:
      kind: air-defence
      name: IRIS-T SLM
      engagement_range: {value: 40 km, source: techrider-2026}
      altitude_min: {low: 10 m, likely: 20 m, high: 100 m, note: "no public figure found"}
      altitude_max: {value: 20 km, source: techrider-2026}
      reaction: {low: 5 s, likely: 10 s, high: 30 s, note: "no public figure found"}
      interceptor_speed: {low: 600 m/s, likely: 800 m/s, high: 1000 m/s, note: "no public figure found"}
      look_time: {low: 5 s, likely: 10 s, high: 30 s, note: "no public figure found"}

    samp-t:
      kind: air-defence
      name: SAMP/T
      engagement_range: {low: 100 km, likely: 120 km, high: 150 km, source: gagadget-2023, note: "up to 150 km; low and likely are ours"}
      ballistic_range: {value: 25 km, source: gagadget-2023}
      altitude_min: {low: 30 m, likely: 50 m, high: 200 m, note: "no public figure found"}
      altitude_max: {value: 25 km, source: gagadget-2023}
      reaction: {low: 6 s, likely: 9 s, high: 30 s, note: "no public figure found"}
      interceptor_speed: {low: 900 m/s, likely: 1200 m/s, high: 1500 m/s, source: gagadget-2023, note: "Mach 4.5 at most; the mean is ours"}
      look_time: {low: 5 s, likely: 15 s, high: 30 s, note: "no public figure found"}

    nasams:
      kind: air-defence
      name: NASAMS
      engagement_range:
        - {low: 20 km, likely: 30 km, high: 50 km, source: tvn24-nasams-2017,
           note: "printed as a few dozen kilometres; the numbers are ours"}
        - {value: 40 km, source: topwar-nasams-2016, note: "NASAMS 2"}
        - {value: 40 km, source: xinhua-nasams-2016, note: "at most, after local media"}
        - {at_least: 15 km, source: mdaa-nasams-2016, note: "over 15 km, after Russia Today"}
      altitude_min: {low: 20 m, likely: 30 m, high: 100 m, note: "no public figure found"}
      altitude_max:
        - {value: 15 km, source: lithuania-tribune-nasams}
        - {value: 15 km, source: tvn24-nasams-2017}
        - {value: 14 km, source: topwar-nasams-2016}
        - {value: 14 km, source: xinhua-nasams-2016}
      reaction: {low: 5 s, likely: 12 s, high: 40 s, note: "no public figure found"}
      interceptor_speed: {low: 450 m/s, likely: 650 m/s, high: 900 m/s,
                          note: "no public figure found"}
      look_time: {low: 5 s, likely: 10 s, high: 30 s, note: "no public figure found"}

    camm:
      kind: air-defence
      name: CAMM of Mala Narew and Sky Sabre
      note: "the larger CAMM-ER reaches 40 to 45 km"
      engagement_range:
        - {low: 20 km, likely: 25 km, high: 25 km, note: "as remembered, not looked up"}
        - {value: 25 km, source: esut-camm-2023, note: "the maker's figure"}
        - {at_least: 25 km, source: tvn24-camm-2022}
      altitude_min: {low: 5 m, likely: 20 m, high: 100 m, note: "no public figure found"}
      altitude_max: {low: 5 km, likely: 10 km, high: 12 km, note: "as remembered, not looked up"}
      reaction: {low: 4 s, likely: 8 s, high: 30 s, note: "no public figure found"}
      interceptor_speed:
        - {low: 500 m/s, likely: 700 m/s, high: 1000 m/s, source: tvn24-camm-2022,
           note: "1 km/s is the highest speed; the mean is ours"}
      look_time: {low: 4 s, likely: 8 s, high: 20 s, note: "no public figure found"}

    aegis-ashore:
      kind: air-defence
      name: Aegis Ashore with SM-3
      note: "meets its targets outside the atmosphere; a missile with an apogee of 50 km stays below
        it, so for those it is a sensor at most"
      engagement_range: {low: 500 km, likely: 1200 km, high: 2500 km,
                         note: "as remembered, not looked up; ballistic targets in space only"}
      ballistic_range: {low: 500 km, likely: 1200 km, high: 2500 km,
                        note: "as remembered, not looked up"}
      altitude_min:
        - {low: 80 km, likely: 100 km, high: 150 km, source: sputnik-br-sm3-2016,
           note: "made to work outside the atmosphere; the height is ours"}
      altitude_max: {low: 500 km, likely: 1000 km, high: 1500 km,
                     note: "as remembered, not looked up"}
      reaction: {low: 10 s, likely: 30 s, high: 90 s, note: "no public figure found"}
      interceptor_speed: {low: 2000 m/s, likely: 3000 m/s, high: 4500 m/s,
                          note: "no public figure found"}
      look_time: {low: 10 s, likely: 30 s, high: 90 s, note: "no public figure found"}
    """#
}
