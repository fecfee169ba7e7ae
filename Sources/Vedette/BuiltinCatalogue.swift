internal import Scenarios

/// The shipped catalogue: what `catalogue: builtin:` stands for.
///
/// Kept as text, so that an analyst reads and overrides it as any other catalogue file.
enum Builtin {
  static let files = [
    TextFile(name: "builtin:catalogue.yaml", bytes: Array(catalogue.utf8)),
    TextFile(name: "builtin:sources.csv", bytes: Array(sources.utf8)),
  ]

  static let catalogue = #"""
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

    # Published ranges of radars are instrumented ranges: a gate, never an anchor. No public figure
    # ties a range to a radar cross-section, so the anchor is an assumption for every type.
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
    """#

  static let sources = #"""
    id,title,publisher,date,link,reliability,credibility,origin,maker
    mdaa-2018,Iskander-M has no rival until 2025,Missile Defense Advocacy Alliance after Xinhua,,http://missiledefenseadvocacy.org/threat-news/russias-iskander-m-missile-system-to-have-no-rival-until-at-least-2025-military/,B,3,,
    interia-2015,Rosja: manewry z użyciem rakiet Iskander,Interia,,"https://wydarzenia.interia.pl/zagranica/news-rosja-manewry-z-uzyciem-rakiet-balistycznych-iskander,nId,1871425",C,3,,
    rmf24-2022,Rakieta Iskander uderzyła w Czernihowie,RMF24,2022-02-27,"https://www.rmf24.pl/raporty/raport-wojna-z-rosja/news-ukraina-rakieta-iskander-uderzyla-w-czernihowie,nId,5858991",C,3,,
    sputnik-afrique-2015,Tir d'essai: missile Iskander,Sputnik Afrique,2015-11-21,https://fr.sputniknews.africa/20151121/tir-essai-missile-iskander-1019708131.html,C,3,,yes
    open-catalogue,Open catalogue of missile figures,Wikipedia and others,,https://en.wikipedia.org/wiki/9K720_Iskander,C,4,,
    hur-rusi-catalogue,"9K720 Iskander, citing HUR and RUSI",Wikipedia,,https://en.wikipedia.org/wiki/9K720_Iskander,B,4,,
    encyclopaedia-9k720,"9K720 Iskander, older encyclopaedia text",Wikipedia,,https://en.wikipedia.org/wiki/9K720_Iskander,C,4,,
    wp-tech-2023,Żaden dron się nie przeciśnie,WP Tech,,"https://tech.wp.pl/zaden-dron-sie-nie-przecisnie-wazna-inwestycja-ukraincow,6913522638732000a",C,3,,
    antena3-2022,"Drones kamikazes, citing the UK Ministry of Defence",Antena 3,2022-10-05,https://amp.antena3.com/noticias/mundo/asi-funcionan-drones-kamikazes-rusos-que-han-lanzando-ucrania_20221005633da85eed945b0001ddcee6.html,B,3,,
    csis-catalogue,"HESA Shahed 136, citing CSIS",Wikipedia,,https://en.wikipedia.org/wiki/HESA_Shahed_136,B,4,,
    kharkiv-2023,"Radar cross-section study of 2023, as cited",Kharkiv study in an open catalogue,,https://en.wikipedia.org/wiki/HESA_Shahed_136,B,4,,
    leonardo-rat31dl,RAT 31DL/M product page,Leonardo,,https://electronics.leonardo.com/en/products/rat-31dlm,F,6,,yes
    polygon-2018,Most advanced military radars in the region enter service in Lithuania,Polygon Journal,2018-12-05,http://polygonjournal.com/2018/12/05/most-advanced-military-radars-in-the-region-enter-service-in-lithuania/,F,6,,
    pravda-ru-2001,Latvia to install American radar,Pravda.ru,,https://english.pravda.ru/news/world/26911-n/,C,3,,
    pravda-ru-2003,Radars in Estonia and Latvia,Pravda.ru,,https://english.pravda.ru/news/russia/22635-n/,C,3,,
    wikipedia-fps117,AN/FPS-117,Wikipedia,,https://en.wikipedia.org/wiki/AN/FPS-117,F,6,,
    b365-2016,Romania to buy two radars,b365.ro on Lockheed Martin,2016-02-22,https://b365.ro/romania-va-achizitiona-doua-radare-militare-ultramoderne-marca-lockheed-martin-245494/,C,3,,yes
    airforce-tech-2009,Finland and Estonia procure Ground Master 403,Airforce Technology,,https://www.airforce-technology.com/news/news56860-html/,B,3,,
    """#
}
