extension Builtin {
  /// Who published what the shipped catalogue says.
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
    washington-post-zircon-2021,Russia reports successful test launch of hypersonic missile,Washington Post after AP,2021-07-19,https://www.washingtonpost.com/politics/russia-reports-successful-test-launch-of-hypersonic-missile/2021/07/19/f4c15982-e874-11eb-a2ba-3be31d349258_story.html,B,3,russian-president,yes
    pravdareport-zircon-2020,Putin happy with successful Zircon missile launch,Pravda.ru,2020-10-08,https://www.pravdareport.com/news/russia/145113-putin_zircon/,D,3,russian-ministry-of-defence,yes
    presstv-kinzhal-2018,Russia tests Kinzhal,Press TV on the Russian ministry of defence,2018-03-11,https://presstv.ir/Detail/2018/03/11/555079/Russia-Putin-Kinzhal-missile-system,C,3,russian-ministry-of-defence,yes
    kinzhal-catalogue,Kh-47M2 Kinzhal in an open catalogue,Wikipedia and others,,https://en.wikipedia.org/wiki/Kh-47M2_Kinzhal,C,4,,
    wp-tech-mig31-2023,Alarmy lotnicze w Ukrainie,WP Tech,,"https://tech.wp.pl/alarmy-lotnicze-w-ukrainie-to-dlatego-trwaja-coraz-dluzej,6961948068321984a",C,3,,
    bug-ihnat-2023,Why alerts for MiG take-offs have grown longer,Bug citing the Ukrainian Air Force,,https://bug.org.ua/news/u-povitryanyh-sylah-poyasnyly-chomu-tryvogy-cherez-zlit-migiv-staly-dovshymy-801014,B,3,,
    udf-polonez,Polonez multiple-launch rocket systems in the Belarusian army's arsenal,UDF after Belsat and BelTA,2021-02-24,https://udf.by/english/main-story/144342-polonez-multiple-launch-rocket-systems-in-belarus-armys-arsenal-from-now-on.html,B,3,,
    belta-polonez-2023,Belarusian army takes the improved Polonez-M into service,BelTA,2023-11-15,https://deu.belta.by/society/view/belarussische-armee-stellt-verbesserten-polonez-m-in-dienst-67350-2023/,C,3,,yes
    dnoticias-2024,Russia uses a three-ton glide bomb for the first time,Diario de Noticias da Madeira after EFE,2024-06-20,https://dnoticias.pt/2024/6/20/410153-russia-utiliza-pela-primeira-vez-bomba-aerea-de-tres-toneladas,B,3,,
    cielo-cerrado-2026,"Cielo Cerrado: catalogue of an open air-defence simulator, after makers and encyclopaedias",AltaLasagnaS (GitHub),,https://github.com/AltaLasagnaS/cielo-cerrado,C,4,,
    theia-2026,"Theia: default configurations of an air-defence simulator, after the maker's data sheet",Swiss Armed Forces (GitHub),,https://github.com/Swiss-Armed-Forces/theia_backend,B,3,hensoldt,yes
    hensoldt-trml-2024,Six more TRML-4D for Ukraine,Hensoldt (copy),2024-05-03,https://droidsource.de/das-deutsche-unternehmen-hensoldt-wird-die-ukraine-im-jahr-2024-mit-sechs-trml-4d-radargeraeten-beliefern,C,3,hensoldt,yes
    gazeta-prawna-nur15-2025,A defence against drones with holes,Gazeta Prawna,2025-08-01,"https://www.gazetaprawna.pl/wiadomosci/kraj/artykuly/9870627,dziurawa-obrona-przed-dronami-pomoc-moze-radar-ludowy.html",B,3,,
    spidersweb-2026,The aerostats of the programme Barbara,Spider's Web after Polska Zbrojna,2026-02-01,https://spidersweb.pl/2026/02/wojsko-polskie-aerostat-barbara-2026.html,B,3,,
    techrider-2026,IRIS-T as an alternative to Patriot,Techrider after Euronews,2026-02-27,https://techrider.ro/defense/aparare-antiaeriana-made-in-europe-iris-t-alternativa-patriot/,B,3,,
    gagadget-2023,Italy stations SAMP/T in Slovakia,gagadget after NATO,2023-03-01,https://gagadget.com/de/233245-italien-stationiert-in-der-slowakei-das-luftabwehrsystem-sampt-das-ballistische-raketen-und-aerodynamische-ziele-in-bis-z-amp,C,3,,
    nukta-oreshnik-2024,A missile that flew for 15 minutes (Ukrainian intelligence),Nukta after Reuters,2024-11-22,https://nukta.com/ukraine-says-new-missile-fired-by-russia-flew-for-15-minutes-faster-than-mach-11,B,3,,
    laodong-2025,Oreshnik in Belarus,Lao Dong on Reuters,,https://news.laodong.vn/cong-nghe/ro-tin-nga-trien-khai-ten-lua-sieu-thanh-moi-tai-belarus-1631801.ldo,C,3,,
    103haberler-2024,Oreshnik: Avrupa,103 Haberler repeating Sputnik,,https://103haberler.com.tr/rusyanin-ukraynada-ilk-kez-kullandigi-balistik-fuze-oresnik-avrupa-buyuk-tehlike-altinda,C,4,,yes
    wp-tech-grad-2022,Ostrzelany konwój: rakiety Grad,WP Tech,,"https://tech.wp.pl/rosjanie-ostrzelali-konwoj-humanitarny-uzyli-rakiet-grad,6745424234064480a",C,3,,
    vietnamnet-grad-2025,BM-21 Grad,VietnamNet,,https://vietnamnet.vn/video-phao-phan-luc-nga-thieu-rui-kho-chua-nhien-lieu-cua-ukraine-o-tien-tuyen-2436599.html,C,3,,
    rt-uragan-2022,Ukrainian exercise with Uragan,RT,,https://rt.com/russia/548085-ukrainian-troops-train-crimea/amp,C,3,,
    tienphong-2014,BM-27 Uragan near Mariupol,Tien Phong,,http://tienphong.vn/hanh-trang-nguoi-linh/lo-bang-chung-ukraine-dua-phao-hang-nang-toi-mien-dong-790484.tpo,C,3,,
    tass-smerch-2017,Western Military District receives Smerch,TASS on the district's press office,2017-04-17,http://tass.com/defense/941779,B,2,,yes
    esd-iskander-2022,Iskander missile,European Security & Defence,,https://euro-sd.com/2022/02/articles/exclusive/25236/iskander-missile/,B,3,,
    csis-kh101-catalogue,"Kh-101, citing CSIS",Open catalogue,,https://missilethreat.csis.org/missile/kh-101-kh-102/,B,4,,
    sputnik-de-valdai-2017,Putin at the Valdai forum,Sputnik Deutschland,2017-10-19,https://de.sputniknews.com/politik/20171019317939149-russland-waldai-forum-putin/,C,3,,yes
    ukrinform-kh101-2022,Kh-101 fired at Kyiv,Ukrinform on the Ukrainian Air Force,2022-06-26,https://ukrinform.de/amp/rubric-ato/3515431-russland-feuerte-auf-kyjiw-marschflugkorper-ch101-von-flugzeugen-tu95-und-tu160-ab-luftwaffe.html,B,2,,
    barents-observer-2024,All missiles from Olenya-based bombers shot down,The Barents Observer,2024-05-26,https://thebarentsobserver.com/en/security/2024/05/all-missiles-olenya-based-bombers-shut-down-overnight-attack-ukraine,C,3,,
    sputnik-it-2019,Kalibr esercitazioni,Sputnik Italia,2019-08-30,https://it.sputniknews.com/mondo/201908308037916-Kalibr-esercitazioni-militari-russe-video/,C,3,,yes
    quotidiano-2023,Missile Kalibr,Quotidiano Nazionale,2023-03-06,https://quotidiano.net/esteri/missile-kalibr-news-6c59ea0b,C,3,,
    ansa-saker-2015,Kalibr shots from the Caspian of October 2015,ANSA as copied by Saker Italia,,http://sakeritalia.it/video/il-missile-kalibr-questo-sconosciuto/,C,4,,
    kalibr-catalogue,Kalibr (missile family),Wikipedia through an open catalogue,,https://en.wikipedia.org/wiki/Kalibr_(missile_family),C,4,,
    hur-geran3-catalogue,"Geran-3, citing Ukrainian military intelligence",Open catalogue,,https://en.wikipedia.org/wiki/HESA_Shahed_136,B,3,,
    gerbera-catalogue,Gerbera (drone),Wikipedia through an open catalogue,,https://en.wikipedia.org/wiki/Gerbera_(drone),C,4,,
    timpul-2025,Drone fallen in Florești,Timpul on the Moldovan police,2025-11-25,https://timpul.md/articol/detalii-despre-drona-care-a-cazut-in-raionul-floresti-nu-avea-exploziv.html,B,2,,
    dcnews-reuters-2025,Ce sunt dronele Gerbera,DC News after Reuters,2025-09-11,https://www.dcnews.ro/ce-sunt-dronele-gerbera-instrumentele-ieftine-ale-rusiei-detalii-noi-dupa-incidentul-din-polonia_1006406.html,A,3,,
    obozrevatel-2023,Fake news about Lancet drones,Obozrevatel,2023-07-17,https://eng.obozrevatel.com/section-war/news-russian-propagandists-spread-fake-news-about-200000-lancet-attack-drones-how-many-uavs-does-the-enemy-actually-have-17-07-2023.html,C,3,,
    rt-lancet-2021,Lancet final design,RT,,https://www.rt.com/russia/533014-lancet-suicide-drone-final-design/,C,3,,yes
    sputnik-afrique-s400-2017,India and the S-400,Sputnik Afrique,2017-06-01,https://fr.sputniknews.africa/20170601/inde-russie-s400-contrat-1031645712.html,C,3,,yes
    sarabic-s400-2019,The S-400 screen,Sputnik Arabic,2019-01-27,https://sarabic.ae/amp/20190127/%D8%B3%D8%AA%D8%A7%D8%B1-%D8%AD%D8%AF%D9%8A%D8%AF%D9%8A-%D8%A7%D9%84%D8%AF%D9%81%D8%A7%D8%B9-%D8%A7%D9%84%D8%AC%D9%88%D9%8A-%D8%A7%D9%84%D8%B7%D9%8A%D8%B1%D8%A7%D9%86-%D8%A7%D9%84%D8%A3%D9%85%D8%B1%D9%8A%D9%83%D9%8A-1038583647.html,C,3,,yes
    apa-40v6m-catalogue,"40V6M masts, citing Air Power Australia",Open catalogue,,http://www.ausairpower.net/APA-40V6M-Mast-System.html,B,4,,
    yonhap-nebo-2021,Nebo-M radar,Yonhap in Hankyung repeating TASS,2021-05-24,https://www.hankyung.com/article/202105242157Y,A,3,,yes
    sputnik-voronezh-2010,Russia restores its radar shield,RIA Novosti (Sputnik),2010-09-28,https://sputnikglobe.com/20100928/160757170.html,B,2,,yes
    aktuality-2013,Rusko začína budovať nový radar,Aktuality.sk on RIA Novosti,,https://www.aktuality.sk/clanok/234466/rusko-zacina-budovat-novy-protiraketovy-radar/,B,2,russian-ministry-of-defence,yes
    sputnik-afrique-voronej-2014,Radar Voronej-DM of Kaliningrad,Sputnik Afrique,2014-10-15,https://fr.sputniknews.africa/20141015/202721981.html,C,3,russian-ministry-of-defence,yes
    wnp-patriot-2023,Szkolenie załóg Patriotów,WNP after PAP,,"https://www.wnp.pl/wiadomosci/szef-mon-bedzie-obserwowal-szkolenie-zalog-patriotow-na-warszawskim-bemowie,674600.html",A,2,,
    the-press-1984,Big Brother is watching,The Press (Christchurch),1984-10-05,https://paperspast.natlib.govt.nz/newspapers/CHP19841005.2.41,C,3,,
    air-recognition-2017,NATO eyes follow-on for its E-3A,Air Recognition,,https://www.airrecognition.com/index.php/news/defense-aviation-news/global-news-2017/february/3302-nato-eyes-follow-on-capability-for-its-fleet-of-e-3a-awacs-aircraft.html,B,3,,
    worldwarwings-e3,Why the Air Force is getting rid of the AWACS,World War Wings,,https://worldwarwings.com/why-the-air-force-is-getting-rid-of-the-awacs/,C,3,,
    bundaberg-2019,Wedgetail over Bundaberg,Bundaberg Now citing Wikipedia,2019-03-27,https://www.bundabergnow.com/2019/03/27/raaf-wedgetail/,C,4,,
    nemopan-e737,E-737 for the Australian air force,Nemopan on a Boeing release,,https://www.nemopan.com/index.php?mid=photo_defense&page=5&document_srl=3197738,C,4,,yes
    altair-e7-2023,NATO wybrało E-7A,Altair,,https://www.altair.com.pl/news/view?news_id=41749,B,3,,
    boeing-1997,AEW&C aircraft altitude record,Boeing,1997-04-14,https://boeing.mediaroom.com/1997-04-14-AEW-C-Aircraft-Altitude-Record,C,3,,yes
    soha-a50-2015,A-50 early-warning aircraft,Soha,2015-08-04,https://soha.vn/quan-su/suc-manh-may-bay-canh-bao-som-co-the-kiem-soat-toi-10-chien-dau-co-20150804111118847.htm,C,3,,
    sarabic-a50u-2017,A-50U in Syria,Sputnik Arabic after The National Interest,2017-05-16,https://sarabic.ae/20170516/%D8%B7%D8%A7%D8%A6%D8%B1%D8%A9-%D8%B1%D9%88%D8%B3%D9%8A%D8%A9-%D8%B3%D9%88%D8%B1%D9%8A%D8%A7-%D9%85%D8%AC%D9%84%D8%A9-1024034929.html,C,3,,yes
    sputnik-fr-a50u-2017,A-50U over Hmeimim,Sputnik France,2017-05-10,https://fr.sputniknews.com/defense/201705101031325289-avion-espion-russe-syrie/,C,3,,yes
    tripod-a50,A-50 Mainstay,A private aviation page,,http://mil.aviations.tripod.com/russia/other/mainsday/info.html,C,3,,
    euromaidan-goffus-2025,NATO marvels at Ukraine's acoustic sensors,Euromaidan Press on a NATO official,,https://euromaidanpress.com/?p=326811,B,2,,
    wtop-2025,When radar fails microphones win,WTOP,,https://wtop.com/j-j-green-national/2025/09/analysis-when-radar-fails-microphones-win-europe-adopts-ukraines-drone-killer-playbook,C,3,,
    larazon-acoustic-2024,Red de micrófonos para detectar drones,La Razón,2024-02-15,https://www.larazon.es/tecnologia/ucrania-esta-utilizando-red-mas-6000-microfonos-detectar-drones-rusos_2024021565ce50464129260001bc3723.html,C,3,,
    futura-eppo-2022,Application Android contre les drones,Futura,,http://www.futura-sciences.com/tech/actualites/guerre-futur-ukraine-lance-application-android-drones-kamikazes-101456/,C,3,,
    airforce-tech-s400,Russia to deploy second S-400 regiment,Airforce Technology,,https://www.airforce-technology.com/news/news118847-html/,B,3,,
    konflikty-s400,S-400 for three battalions,Konflikty.pl on RIA Novosti,,https://konflikty.pl/?p=17356,B,3,,
    people-daily-s400-2013,Third S-400 regiment around Moscow,People's Daily,,http://french.peopledaily.com.cn/International/8469063.html,C,3,,
    razon-mx-2017,Blindan Moscú,La Razón (Mexico),2017-01-12,https://razon.com.mx/mundo/2017/01/12/blindan-moscu-con-sistema-que-detecta-aviones-invisibles,C,3,,
    sputnik-afrique-s400-2007,S-400 trials,Sputnik Afrique on General Soloviev,2007-07-26,https://fr.sputniknews.africa/20070726/69757612.html,B,2,,yes
    s300-catalogue,S-300 missile system,Wikipedia through an open catalogue,,https://en.wikipedia.org/wiki/S-300_missile_system,C,4,,
    rt-s300-2016,S-300 alert near Voronezh,RT,,https://actualidad.rt.com/actualidad/222140-rusia-moviliza-sistemas-antiaereos/amp,C,3,,yes
    sputnik-fr-pantsir-2018,Pantsir exports to Syria,Sputnik France,2018-04-09,https://fr.sputniknews.com/defense/201804091035862853-syrie-pantsir-russie-exportations/,C,3,,yes
    army-recognition-2015,Pantsir-S1 in Syria,Army Recognition after TASS,,https://armyrecognition.com/focus-analysis-conflicts/army/conflicts-in-the-world/syria-conflict-news/russia-has-deployed-air-defense-system-pantsir-s1-in-syria-to-protect-russian-airbase-and-troops-tass-1311151,B,3,,
    sputnik-afrique-tor-2017,Tor-M2 in the Arctic,Sputnik Afrique on General Leonov,2017-12-30,https://fr.sputniknews.africa/20171230/russie-arctique-missiles-1034564012.html,C,3,,yes
    sputnik-afrique-tor-2016,Buk and Tor for the army,Sputnik Afrique on General Leonov,2016-07-03,https://fr.sputniknews.africa/20160703/russie-armee-missiles-1026352792.html,C,3,,yes
    global-times-tor-2018,Tor-M2 battery at the Belarusian power plant,Global Times on the Belarusian ministry of defence,,http://www.globaltimes.cn/content/1133931.shtml,C,3,,
    defensehere-2020,Amphibious Tor-M2,DefenseHere,,https://defensehere.com/ar/%d8%b1%d9%88%d8%b3%d9%8a%d8%a7-%d8%aa%d8%b7%d9%88%d8%b1-%d9%86%d8%b3%d8%ae%d8%a9-%d9%85%d8%a7%d8%a6%d9%8a%d8%a9-%d9%85%d9%86-%d9%85%d9%86%d8%b8%d9%88%d9%85%d8%a9-%d8%aa%d9%88%d8%b1-%d8%a5%d9%852-%d9%84%d9%84%d8%af%d9%81%d8%a7%d8%b9-%d8%a7%d9%84%d8%ac%d9%88%d9%8a,B,3,,
    gazeta-prawna-2023,Ćwiczenia wielowarstwowej obrony,Gazeta Prawna,,"https://www.gazetaprawna.pl/wiadomosci/kraj/artykuly/8699933,armia-rakiety-samoloty-cwiczenia-wielowarstwowej-obrony-przeciwrakietowej-i-przeciwlotniczej.html",C,3,,
    mim104-catalogue,MIM-104 Patriot,Wikipedia through an open catalogue,,https://en.wikipedia.org/wiki/MIM-104_Patriot,C,4,,
    defense-post-2021,US tests Patriot in Australia,The Defense Post,2021-07-19,https://thedefensepost.com/2021/07/19/us-patriot-test-australia/amp,B,3,,
    tvn24-nasams-2017,Litwa kupuje NASAMS,TVN24 after PAP,,https://tvn24.pl/swiat/litwa-kupuje-norweski-system-obrony-przeciwlotniczej-nasams-ra784798-ls2461259,A,2,,
    topwar-nasams-2016,Litauen und NASAMS-2,Topwar,,https://de.topwar.ru/87881-smi-litva-planiruet-priobresti-sistemy-pvo-nasams-2.html,C,3,,
    xinhua-nasams-2016,Lithuania to spend 112 million on air defence,Xinhua,2016-09-26,http://en.chinagate.cn/2016-09/26/content_39369591.htm,A,2,,
    mdaa-nasams-2016,Lithuania aims to buy NASAMS,Missile Defense Advocacy Alliance after Russia Today,2016-09-28,http://missiledefenseadvocacy.org/other-news/lithuania-aims-to-spend-115m-on-air-defense-system-amid-nato-build-up-in-eastern-europe/,B,4,,
    lithuania-tribune-nasams,Mid-range air defence for EUR 110 million,Lithuania Tribune,,https://lithuaniatribune.com/mid-range-air-defense-systems-to-cost-lithuania-eur-110-mln/amp,C,3,,
    esut-camm-2023,MBDA und PGZ entwickeln CAMM-MR,ESUT on MBDA,,https://esut.de/2023/09/meldungen/44442/mbda-und-pgz-entwickeln-camm-lenkflugkoerper-mittlerer-reichweite/,C,3,,yes
    tvn24-camm-2022,Sky Sabre trafi do Polski,TVN24,,https://tvn24.pl/polska/sky-sabre-trafi-do-polski-co-to-jest-jakie-ma-mozliwosci-5640413?source=rss,C,3,,
    sputnik-br-sm3-2016,SM-3 made to work outside the atmosphere,Sputnik Brasil,2016-05-31,https://noticiabrasil.net.br/20160531/misseis-eua-sm3-para-atuar-fora-da-atmosfera-4846163.html,C,3,,

    """#
}
