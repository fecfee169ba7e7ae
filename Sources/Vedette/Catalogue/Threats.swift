extension Builtin {
  /// The shipped missiles, rockets, drones and aircraft.
  static let threats = #"""
    9m723:
      kind: quasi-ballistic
      name: 9M723 of the 9K720 Iskander-M
      range:
        - {low: 400 km, likely: 500 km, high: 500 km, source: mdaa-2018}
        - {low: 380 km, likely: 500 km, high: 500 km, source: interia-2015}
        - {low: 500 km, likely: 600 km, high: 700 km, source: rmf24-2022}
      minimum_range: {low: 50 km, likely: 50 km, high: 80 km, source: sputnik-afrique-2015}
      mean_speed:
        - {low: 1500 m/s, likely: 1583 m/s, high: 1600 m/s, source: rmf24-2022,
           note: "285 km in just under three minutes"}
        - {value: 1150 m/s, source: open-catalogue}
        - {low: 1000 m/s, likely: 1250 m/s, high: 1600 m/s, note: derived from the figures above}
      apogee: {low: 40 km, likely: 50 km, high: 60 km, source: hur-rusi-catalogue}
      peak_speed:
        - {value: 2083 m/s, source: rmf24-2022}
        - {value: 2100 m/s, source: hur-rusi-catalogue}
        - {low: 1800 m/s, likely: 2083 m/s, high: 2400 m/s, source: encyclopaedia-9k720}
      terminal_speed:
        - {low: 1300 m/s, likely: 1350 m/s, high: 1400 m/s, source: hur-rusi-catalogue}
        - {low: 700 m/s, likely: 750 m/s, high: 800 m/s, source: encyclopaedia-9k720}
      boost_time: {low: 20 s, likely: 35 s, high: 50 s, note: no public figure found}
      lift_loading: {low: 0.0003 m2/kg, likely: 0.001 m2/kg, high: 0.003 m2/kg,
                     note: no public figure found; level flight at 35 km needs about 0.0007}
      lateral_limit: {low: 5 g, likely: 15 g, high: 30 g, note: no public figure found}
      radar_cross_section: {low: 0.05 m2, likely: 0.1 m2, high: 0.5 m2, source: open-catalogue}
      salvo_interval:
        - {low: 2 s, likely: 5 s, high: 15 s, source: sputnik-afrique-2015,
           note: "printed as a few seconds between the two missiles; the numbers are ours"}
        - {low: 5 s, likely: 60 s, high: 60 s,
           note: "up to a minute in encyclopaedias, as remembered, not looked up"}
      salvo_size: {low: 2, likely: 2, high: 2, source: sputnik-afrique-2015,
                   note: "missiles on one launcher"}

    kinzhal:
      kind: quasi-ballistic
      name: Kh-47M2 Kinzhal from the MiG-31K
      told_as: aeroballistic
      note: "the published 2,000 km count the aircraft's flight; 460 to 480 km are from release"
      range:
        - {low: 460 km, likely: 470 km, high: 480 km, source: kinzhal-catalogue,
           note: "from release, without the aircraft"}
      minimum_range: {low: 50 km, likely: 100 km, high: 200 km, note: "no public figure found"}
      mean_speed: {low: 1000 m/s, likely: 1500 m/s, high: 2200 m/s, note: "no public figure found"}
      apogee: {low: 20 km, likely: 40 km, high: 80 km, note: "no public figure found"}
      peak_speed:
        - {low: 2950 m/s, likely: 3000 m/s, high: 3430 m/s, source: presstv-kinzhal-2018,
           note: "Mach 10; low end at 20 km, high end at sea level as the paper converts it"}
        - {low: 2360 m/s, likely: 2650 m/s, high: 2950 m/s, source: wp-tech-mig31-2023,
           note: "Mach 8 to 10, converted at 20 km"}
      terminal_speed: {low: 700 m/s, likely: 1240 m/s, high: 1800 m/s,
                       note: "about 1,240 m/s near the target as remembered, not looked up"}
      boost_time: {low: 15 s, likely: 30 s, high: 50 s, note: "no public figure found"}
      lift_loading: {low: 0.0003 m2/kg, likely: 0.001 m2/kg, high: 0.003 m2/kg,
                     note: "no public figure found"}
      lateral_limit: {low: 5 g, likely: 15 g, high: 30 g, note: "no public figure found"}
      radar_cross_section: {low: 0.03 m2, likely: 0.1 m2, high: 0.5 m2,
                            note: "no public figure found; taken as for 9M723"}
      takeoff_lead:
        - {low: 10 min, likely: 30 min, high: 90 min, source: bug-ihnat-2023,
           note: "only the time aloft is published: some 20 min for circuits and 90 min on own fuel"}
        - {low: 10 min, likely: 60 min, high: 217 min, source: wp-tech-mig31-2023,
           note: "with refuelling up to 3 h 37 min aloft; when it would launch is not published"}

    3m22-zircon:
      kind: quasi-ballistic
      name: 3M22 Zircon
      note: "a hypersonic cruise missile; flown as a lifting flight, whose figures it shares"
      range:
        - {value: 1000 km, source: washington-post-zircon-2021, note: "the Russian president's figure"}
        - {low: 450 km, likely: 700 km, high: 1000 km, note: "shots of 2020 and 2021 were over 350 and 450 km"}
      minimum_range: {low: 30 km, likely: 50 km, high: 100 km, note: "no public figure found"}
      mean_speed:
        - {low: 1600 m/s, likely: 1667 m/s, high: 1730 m/s, source: pravdareport-zircon-2020,
           note: "450 km in four and a half minutes"}
        - {low: 1300 m/s, likely: 1700 m/s, high: 2300 m/s, note: "five to six minutes from Crimea to Kyiv, as printed in 2024"}
      apogee: {low: 26 km, likely: 28 km, high: 40 km, source: pravdareport-zircon-2020,
               note: "28 km in the shot of 2020; the high end is ours"}
      peak_speed: {low: 2000 m/s, likely: 2400 m/s, high: 2700 m/s, source: pravdareport-zircon-2020,
                   note: "over Mach 8, converted at 28 km; the president says Mach 9"}
      terminal_speed: {low: 1000 m/s, likely: 1500 m/s, high: 2000 m/s, note: "no public figure found"}
      boost_time: {low: 20 s, likely: 40 s, high: 60 s, note: "no public figure found"}
      lift_loading: {low: 0.0003 m2/kg, likely: 0.001 m2/kg, high: 0.003 m2/kg, note: "no public figure found"}
      lateral_limit: {low: 5 g, likely: 15 g, high: 30 g, note: "no public figure found"}
      radar_cross_section: {low: 0.03 m2, likely: 0.1 m2, high: 0.5 m2, note: "no public figure found; taken as for 9M723"}

    oreshnik:
      kind: ballistic
      name: Oreshnik
      note: "published speeds of 2.5 to 3.8 km/s, 15 minutes to Dnipro and 5,500 km do not fit one arc: flown between the arc of least
        energy and the loft that 15 minutes mean"
      range:
        - {low: 3000 km, likely: 5000 km, high: 5500 km, source: laodong-2025}
        - {value: 5500 km, source: 103haberler-2024, note: "the paper repeats Sputnik"}
      minimum_range: {low: 300 km, likely: 500 km, high: 800 km,
                      note: "no public figure found; flown from Astrakhan region to Dnipro in 2024"}
      apogee: {low: 400 km, likely: 700 km, high: 1000 km, source: nukta-oreshnik-2024,
               note: "from 15 minutes over 800 km less a boost of one to three: 12 to 14 minutes of free flight; derived"}
      loft: {low: 0, likely: 0.75, high: 1,
             note: "the one public flight in war was lofted so; of one in one the next is taken to be in two of three"}
      boost_time: {low: 60 s, likely: 120 s, high: 200 s, note: "no public figure found"}
      boost_height: {low: 60 km, likely: 120 km, high: 250 km, note: "no public figure found"}
      drag_loading: {low: 3000 kg/m2, likely: 8000 kg/m2, high: 15000 kg/m2,
                     note: "no public figure found"}
      radar_cross_section: {low: 0.03 m2, likely: 0.2 m2, high: 1 m2, note: "no public figure found"}

    tochka-u:
      kind: quasi-ballistic
      name: 9M79 of the Tochka-U
      note: "a short lifting flight; figures of a long-known missile, as remembered where nobody is cited"
      range:
        - {value: 120 km, note: "encyclopaedias, as remembered"}
        - {low: 110 km, likely: 120 km, high: 120 km, note: "no public figure looked up"}
      minimum_range: {low: 15 km, likely: 20 km, high: 20 km, note: "as remembered, not looked up"}
      mean_speed: {low: 700 m/s, likely: 850 m/s, high: 1000 m/s, note: "about two minutes over the whole range, as remembered"}
      reference_distance: 120 km
      apogee: {low: 20 km, likely: 26 km, high: 40 km, note: "as remembered, not looked up"}
      peak_speed: {low: 1000 m/s, likely: 1100 m/s, high: 1300 m/s, note: "as remembered, not looked up"}
      terminal_speed: {low: 400 m/s, likely: 600 m/s, high: 900 m/s, note: "no public figure found"}
      boost_time: {low: 18 s, likely: 23 s, high: 28 s, note: "no public figure found"}
      lift_loading: {low: 0.0005 m2/kg, likely: 0.001 m2/kg, high: 0.003 m2/kg, note: "no public figure found"}
      lateral_limit: {low: 5 g, likely: 10 g, high: 20 g, note: "no public figure found"}
      radar_cross_section: {low: 0.05 m2, likely: 0.2 m2, high: 0.5 m2, note: "no public figure found"}

    s-300-ground:
      kind: quasi-ballistic
      name: S-300 missile against the ground
      note: "an interceptor in its second role; short shots"
      range: {low: 80 km, likely: 120 km, high: 150 km, note: "as remembered, not looked up"}
      minimum_range: {low: 10 km, likely: 20 km, high: 30 km, note: "no public figure found"}
      mean_speed: {low: 700 m/s, likely: 1000 m/s, high: 1300 m/s, note: "no public figure found"}
      reference_distance: 100 km
      apogee: {low: 15 km, likely: 25 km, high: 35 km, note: "no public figure found"}
      peak_speed: {low: 1400 m/s, likely: 1900 m/s, high: 2000 m/s, note: "as remembered, not looked up"}
      terminal_speed: {low: 300 m/s, likely: 500 m/s, high: 900 m/s, note: "no public figure found"}
      boost_time: {low: 8 s, likely: 10 s, high: 15 s, note: "no public figure found"}
      lift_loading: {low: 0.0005 m2/kg, likely: 0.001 m2/kg, high: 0.003 m2/kg, note: "no public figure found"}
      lateral_limit: {low: 5 g, likely: 15 g, high: 25 g, note: "no public figure found"}
      radar_cross_section: {low: 0.02 m2, likely: 0.1 m2, high: 0.3 m2, note: "no public figure found"}

    polonez:
      kind: rocket-artillery
      name: Polonez and Polonez-M
      note: "a guided rocket; flown as rocket artillery"
      range:
        - {value: 200 km, source: udf-polonez, note: "Polonez, after BelTA"}
        - {value: 300 km, source: belta-polonez-2023, note: "Polonez-M, the ministry's figure"}
      minimum_range: {value: 50 km, source: udf-polonez}
      mean_speed: {low: 700 m/s, likely: 1000 m/s, high: 1400 m/s, note: "no public figure found"}
      radar_cross_section: {low: 0.02 m2, likely: 0.05 m2, high: 0.2 m2, note: "no public figure found"}

    bm-21:
      kind: rocket-artillery
      name: BM-21 Grad
      range:
        - {low: 20 km, likely: 20.4 km, high: 20.4 km, source: wp-tech-grad-2022}
        - {value: 20 km, source: vietnamnet-grad-2025}
        - {low: 20 km, likely: 20 km, high: 40 km,
           note: "encyclopaedias by calibre; 40 km are later rockets, as remembered"}
      minimum_range:
        - {value: 1.6 km, source: vietnamnet-grad-2025}
        - {low: 1.5 km, likely: 4 km, high: 5 km, note: "as remembered, not looked up"}
      mean_speed: {low: 350 m/s, likely: 500 m/s, high: 700 m/s,
                   note: "placeholder; order of magnitude from flights of tens of seconds"}
      radar_cross_section: {low: 0.01 m2, likely: 0.03 m2, high: 0.1 m2,
                            note: "no public figure found"}

    bm-27:
      kind: rocket-artillery
      name: BM-27 Uragan
      range:
        - {value: 35 km, source: rt-uragan-2022}
        - {value: 35 km, source: tienphong-2014}
        - {low: 34 km, likely: 35 km, high: 36 km, note: "encyclopaedias by calibre, as remembered"}
      minimum_range: {low: 5 km, likely: 8 km, high: 10 km, note: "as remembered, not looked up"}
      mean_speed: {low: 350 m/s, likely: 500 m/s, high: 700 m/s,
                   note: "placeholder; order of magnitude from flights of tens of seconds"}
      radar_cross_section: {low: 0.01 m2, likely: 0.03 m2, high: 0.1 m2,
                            note: "no public figure found"}

    bm-30:
      kind: rocket-artillery
      name: BM-30 Smerch
      range:
        - {value: 70 km, source: tass-smerch-2017}
        - {low: 70 km, likely: 90 km, high: 90 km,
           note: "90 km with later rockets, as remembered, not looked up"}
      minimum_range:
        - {value: 20 km, source: tass-smerch-2017}
      mean_speed: {low: 350 m/s, likely: 500 m/s, high: 700 m/s,
                   note: "placeholder; order of magnitude from flights of tens of seconds"}
      radar_cross_section: {low: 0.01 m2, likely: 0.05 m2, high: 0.1 m2,
                            note: "no public figure found"}

    9m728:
      kind: cruise
      name: 9M728 of the Iskander family
      range: {low: 480 km, likely: 490 km, high: 500 km, source: esd-iskander-2022}
      speed: {low: 220 m/s, likely: 250 m/s, high: 260 m/s, source: hur-rusi-catalogue}
      altitude: {low: 20 m, likely: 50 m, high: 1000 m, source: hur-rusi-catalogue}
      radar_cross_section: {low: 0.03 m2, likely: 0.1 m2, high: 0.5 m2, source: open-catalogue,
                            note: "0.03 to 0.1 m2 used there for any cruise missile"}

    9m729:
      kind: cruise
      name: 9M729 of the Iskander family
      note: "the widest disagreement of the set: 480 km or 2,500 km"
      range:
        - {value: 480 km, source: esd-iskander-2022,
           note: "the Russian ministry of defence's figure of January 2019"}
        - {low: 2000 km, likely: 2500 km, high: 2500 km,
           note: "position of the United States and NATO, as remembered, not looked up"}
      speed: {low: 220 m/s, likely: 250 m/s, high: 260 m/s, source: hur-rusi-catalogue}
      altitude: {low: 20 m, likely: 50 m, high: 1000 m, source: hur-rusi-catalogue}
      radar_cross_section: {low: 0.03 m2, likely: 0.1 m2, high: 0.5 m2, source: open-catalogue,
                            note: "0.03 to 0.1 m2 used there for any cruise missile"}

    kh-101:
      kind: cruise
      name: Kh-101 from strategic bombers
      range:
        - {low: 2500 km, likely: 2650 km, high: 2800 km, source: csis-kh101-catalogue}
        - {value: 4500 km, source: sputnik-de-valdai-2017, note: "the Russian president's figure"}
        - {value: 5500 km, source: ukrinform-kh101-2022, note: "Ukrainian Air Force"}
        - {value: 3500 km, note: "also in print; source not kept"}
      speed: {low: 700 km/h, likely: 720 km/h, high: 970 km/h, source: csis-kh101-catalogue}
      altitude: {low: 30 m, likely: 50 m, high: 300 m, source: csis-kh101-catalogue,
                 note: "30 to 70 m on the last part"}
      radar_cross_section: {low: 0.03 m2, likely: 0.1 m2, high: 0.5 m2, source: open-catalogue,
                            note: "0.03 to 0.1 m2 used there for any cruise missile"}
      takeoff_lead:
        - {low: 3 h, likely: 5 h, high: 8 h, source: barents-observer-2024,
           note: "bombers up late in the evening and missiles down before 7; the split is ours"}
        - {low: 1 h, likely: 3 h, high: 8 h, note: "no public figure found; depends on the airfield"}

    kalibr-3m14:
      kind: cruise
      name: 3M-14 Kalibr
      range:
        - {value: 1400 km, source: sputnik-de-valdai-2017, note: "the Russian president's figure"}
        - {value: 2000 km, source: sputnik-it-2019, note: "said to reach as far as this"}
        - {low: 1500 km, likely: 2000 km, high: 2500 km, source: quotidiano-2023,
           note: "printed as an estimate from 1,500 to 2,500 km"}
        - {value: 1500 km, source: ansa-saker-2015, note: "distance of the shots of October 2015"}
      speed: {low: 220 m/s, likely: 240 m/s, high: 270 m/s, source: kalibr-catalogue}
      altitude: {low: 20 m, likely: 50 m, high: 150 m, source: kalibr-catalogue,
                 note: "20 m over the sea and 50 to 150 m over land"}
      radar_cross_section: {low: 0.03 m2, likely: 0.1 m2, high: 0.5 m2, source: open-catalogue,
                            note: "0.03 to 0.1 m2 used there for any cruise missile"}

    kh-59:
      kind: cruise
      name: Kh-59MK2 and Kh-69 from tactical aircraft
      range: {low: 250 km, likely: 290 km, high: 400 km, note: "as remembered, not looked up"}
      speed: {low: 220 m/s, likely: 260 m/s, high: 290 m/s, note: "as remembered, not looked up"}
      altitude: {low: 20 m, likely: 100 m, high: 1000 m, note: "no public figure found"}
      radar_cross_section: {low: 0.03 m2, likely: 0.3 m2, high: 1 m2, note: "no public figure found"}

    kh-22:
      kind: cruise
      name: Kh-22 and Kh-32 from the Tu-22M3
      told_as: air-launched
      note: "climbs, cruises high and dives; flown level at its cruise"
      range:
        - {low: 300 km, likely: 400 km, high: 600 km, note: "Kh-22, as remembered, not looked up"}
        - {low: 600 km, likely: 800 km, high: 1000 km, note: "Kh-32, as remembered, not looked up"}
      speed: {low: 900 m/s, likely: 1200 m/s, high: 1500 m/s, note: "as remembered, not looked up"}
      altitude: {low: 12 km, likely: 22 km, high: 40 km, note: "as remembered, not looked up"}
      radar_cross_section: {low: 0.5 m2, likely: 1 m2, high: 5 m2, note: "no public figure found"}

    umpk-bomb:
      kind: cruise
      name: Glide bomb with UMPK
      told_as: glide-bomb
      note: "glides down from its carrier's height; flown level at the middle of it, and its carriers are what is watched"
      range:
        - {value: 70 km, source: dnoticias-2024, note: "about this"}
        - {low: 40 km, likely: 60 km, high: 95 km, note: "as remembered, not looked up"}
      speed: {low: 180 m/s, likely: 230 m/s, high: 280 m/s, note: "no public figure found"}
      altitude: {low: 500 m, likely: 5000 m, high: 12000 m, note: "no public figure found"}
      radar_cross_section: {low: 0.03 m2, likely: 0.1 m2, high: 0.5 m2, note: "no public figure found"}

    geran-2:
      kind: one-way-drone
      name: Geran-2 (Shahed-136 class)
      range:
        - {low: 1000 km, likely: 1500 km, high: 2500 km, source: wp-tech-2023}
        - {low: 900 km, likely: 1000 km, high: 1000 km, source: antena3-2022}
      air_speed:
        - {low: 170 km/h, likely: 185 km/h, high: 190 km/h, source: wp-tech-2023}
        - {value: 180 km/h, source: antena3-2022}
      altitude: {low: 50 m, likely: 2000 m, high: 5000 m, source: csis-catalogue,
                 note: low in 2022 and two to five kilometres since 2025}
      radar_cross_section: {low: 0.02 m2, likely: 0.05 m2, high: 0.23 m2, source: kharkiv-2023}

    geran-3:
      kind: one-way-drone
      name: Geran-3 (jet)
      note: "550 to 600 km/h in print is another drone, the Shahed-238"
      range: {low: 500 km, likely: 1000 km, high: 2500 km,
              note: "about 1,000 km as remembered, not looked up"}
      air_speed: {low: 300 km/h, likely: 330 km/h, high: 370 km/h, source: hur-geran3-catalogue,
                  note: "300 in cruise and 370 in a dash"}
      altitude: {low: 50 m, likely: 3000 m, high: 9000 m, note: "no public figure found"}
      radar_cross_section: {low: 0.02 m2, likely: 0.05 m2, high: 0.23 m2,
                            note: "no public figure found; taken as for Geran-2"}

    gerbera:
      kind: one-way-drone
      name: Gerbera decoy
      range:
        - {low: 300 km, likely: 450 km, high: 600 km, source: gerbera-catalogue}
        - {value: 600 km, source: timpul-2025, note: "Moldovan police; up to this"}
        - {value: 600 km, source: dcnews-reuters-2025, note: "Ukrainian figures through Reuters"}
      air_speed:
        - {value: 145 km/h, source: gerbera-catalogue}
        - {value: 160 km/h, source: timpul-2025}
        - {low: 140 km/h, likely: 150 km/h, high: 160 km/h, source: dcnews-reuters-2025,
           note: "160 km/h is the highest speed; the rest is ours"}
      altitude:
        - {low: 100 m, likely: 1500 m, high: 3000 m, source: timpul-2025,
           note: "only the top of 3 km is published"}
        - {low: 50 m, likely: 500 m, high: 3000 m, note: "no public figure found"}
      radar_cross_section: {low: 0.01 m2, likely: 0.05 m2, high: 0.2 m2,
                            note: "no public figure found; may carry a reflector"}

    lancet-3:
      kind: one-way-drone
      name: Lancet-3
      range: {low: 40 km, likely: 40 km, high: 50 km, source: obozrevatel-2023,
              note: "by sub-version"}
      air_speed: {low: 80 km/h, likely: 110 km/h, high: 110 km/h, source: obozrevatel-2023,
                  note: "level flight; up to 300 km/h in the last dive"}
      endurance:
        - {low: 25 min, likely: 30 min, high: 30 min, source: rt-lancet-2021}
        - {low: 50 min, likely: 55 min, high: 60 min, source: obozrevatel-2023,
           note: "printed as almost an hour"}
      altitude: {low: 50 m, likely: 1000 m, high: 5000 m, note: "no public figure found"}
      radar_cross_section: {low: 0.003 m2, likely: 0.01 m2, high: 0.05 m2,
                            note: "no public figure found"}

    fpv-drone:
      kind: one-way-drone
      name: FPV drone
      range: {low: 5 km, likely: 10 km, high: 25 km,
              note: "as remembered, not looked up; radio 5 to 15 km and fibre 10 to 25 km"}
      air_speed: {low: 60 km/h, likely: 100 km/h, high: 150 km/h,
                  note: "as remembered, not looked up"}
      altitude: {low: 10 m, likely: 50 m, high: 300 m, note: "no public figure found"}
      radar_cross_section: {low: 0.001 m2, likely: 0.01 m2, high: 0.05 m2,
                            note: "no public figure found"}

    tactical-aircraft:
      kind: aircraft
      name: Tactical aircraft (notional)
      range: {low: 300 km, likely: 700 km, high: 1500 km,
              note: "placeholder for a combat radius; no public figure looked for"}
      speed: {low: 200 m/s, likely: 250 m/s, high: 280 m/s, note: "placeholder; subsonic"}
      altitude: {low: 50 m, likely: 100 m, high: 10000 m, note: "placeholder; low and high cases"}
      radar_cross_section: {low: 1 m2, likely: 3 m2, high: 5 m2,
                            note: "placeholder; a textbook's order of magnitude"}
    """#
}
