import Geodesy
import Kernels
import Quantities
import Scenarios
import Tactical
import TestSupport
import Testing
import Theatre
import Timelines
import Vedette
import Warnings

/// The island with one more threat, `guest`, at a place and of a kind of the test's choice.
private func stories(
  _ catalogue: String, at place: String = "port", posture: String = "calm", sensors: String = "",
  alert: String = "", sites: String = "", area: String = "0 km",
  border: Polygon? = nil, radar: String? = nil
) throws -> [Timeline] {
  try timelines(
    guestRung(
      catalogue, posture: posture, sensors: sensors, alert: alert, sites: sites, area: area,
      border: border, radar: radar), threat: "guest", place: place)
}

private func guestRung(
  _ catalogue: String, posture: String = "calm", sensors: String = "", alert: String = "",
  sites: String = "", area: String = "0 km", border: Polygon? = nil, radar: String? = nil
) throws -> TacticalRung {
  var text = Island.scenario.replacing(
    "present: [north-radar, far-brigade]", with: "present: [north-radar, guest\(sensors)]")
  text = text.replacing("  cue_availability: 50 %\n", with: "  cue_availability: 50 %\n\(alert)")
  text = text.replacing("      - {move: far-brigade, to: spit}\n", with: "")
  var arms = Island.catalogue + catalogue
  if let radar {
    arms = arms.replacing("  availability: 95 %\n", with: "  availability: 95 %\n\(radar)")
  }
  return try rung(
    posture,
    [
      "scenario.yaml": text, "catalogue/arms.yaml": arms,
      "sites.csv": Island.sites.trimmingEnd + "\n" + sites,
      "formations.csv": Island.formations.trimmingEnd + "\nguest,Guest,FO,guest,mainland,\(area)\n",
    ], borders: border.map { ["IS": $0] } ?? [:])
}

extension String {
  fileprivate var trimmingEnd: String {
    var text = self
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return text
  }
}

/// Lone figures drawn as they stand.
private func exactly(_ value: String) -> String { "{law: choice, values: [\(value)]}" }

private let cruise = """

  guest:
    kind: cruise
    range: 1000 km
    speed: \(exactly("250 m/s"))
    altitude: \(exactly("2000 m"))
    radar_cross_section: \(exactly("10 m2"))

  """

@Suite struct KindTests {
  /// Mainland to port, 324.6 km, from the sites' and places' own coordinates.
  private let distance = Geodesic.distance(from: Position(41.5, 15.9), to: Position(42, 12)).metres

  @Test func cruiseMissilesFlyAtTheirSpeed() throws {
    for story in try stories(cruise) {
      let time = try #require(story[.arrived]).seconds
      // the site's precision of 5 km is the launch area
      let expected: Double = distance / 250
      #expect(abs(time - expected) < 21)
    }
  }

  /// sin 2θ = 324.6 km / 374.8 km: the flat arc of 30°, and steeper, up to 60°.
  @Test(arguments: [(0.0, 30.0), (0.5, 45), (1, 60)])
  func rocketsFlyAnArcThatTheirRangeSets(steepness: Double, angle: Double) throws {
    let rocket = """

      guest:
        kind: rocket-artillery
        range: \(exactly("\(distance / 0.866_025) m"))
        minimum_range: 1 km
        steepness: \(exactly("\(steepness)"))
        air_time: \(exactly("1.1"))
        radar_cross_section: \(exactly("1 m2"))

      """
    let (sine, cosine) = sineAndCosine(angle * .pi / 180)
    let expected = 1.1 * (2 * distance * sine / cosine / 9.80665).squareRoot()
    for story in try stories(rocket) {
      // the site's precision of 5 km is the launch area
      #expect(abs(try #require(story[.arrived]).seconds - expected) < 0.035 * expected)
    }
  }

  /// A bomb comes down evenly from its release: at half of its way it is half as high.
  @Test func glideBombsComeDownEvenly() throws {
    let bomb = """

      guest:
        kind: glide-bomb
        range: \(exactly("400 km"))
        speed: \(exactly("250 m/s"))
        release_height: \(exactly("10 km"))
        radar_cross_section: \(exactly("10 m2"))

      """
    for story in try stories(bomb) {
      #expect(abs(try #require(story[.arrived]).seconds - distance / 250) < 21)
    }
  }

  /// Decoys are told of as drones where nobody tells them apart, and fly as those.
  @Test func decoysFlyAsDrones() throws {
    func guest(_ kind: String) -> String {
      """

      guest:
        kind: \(kind)
        range: \(exactly("1000 km"))
        air_speed: \(exactly("50 m/s"))
        altitude: \(exactly("2000 m"))
        radar_cross_section: \(exactly("1 m2"))

      """
    }
    let (drones, decoys) = (try stories(guest("one-way-drone")), try stories(guest("decoy-drone")))
    #expect(drones.map { $0[.arrived]?.seconds } == decoys.map { $0[.arrived]?.seconds })
    #expect(drones.map { $0[.firm]?.seconds } == decoys.map { $0[.firm]?.seconds })
    #expect(
      TacticalKinds.shipped.isTold("decoy-drone") { $0 == "one-way-drone" }
        && !TacticalKinds.shipped.isTold("one-way-drone") { $0 == "decoy-drone" })
  }

  /// A receiver notices what is over its horizon and near enough, and has a firm track so long after.
  @Test func aReceiverHearsWhatIsOverItsHorizon() throws {
    let ear = """

      ear:
        kind: passive-sensor
        radius: \(exactly("500 km"))
        mast: \(exactly("10 m"))
        delay: \(exactly("40 s"))
        probability: \(exactly("1"))
        availability: \(exactly("1"))

      """
    let found = try stories(
      cruise + ear, sensors: ", ear", sites: "ear,Ear,IS,radar,ear,42.0,12.0,1 km\n")
    let horizon = Radar.horizon(antenna: 10, target: 2_000, k: 4.0 / 3)
    for story in found {
      let arrived = try #require(story[.arrived]).seconds
      let seen = try #require(story[.detected]).seconds
      // the island's own radar is farther from the way
      #expect(abs((arrived - seen) * 250 - horizon) < 2_500)
      #expect(try #require(story[.firm]).seconds - seen <= 46.1)
    }
  }

  /// Least energy, and the highest loft that the speed of 2 000 km allows: within 3 % of the Kepler ellipse and the boost's
  /// delay. In between, where nobody says, from the one to the other, most of them near the first.
  @Test func ballisticMissilesFlyTheEllipse() throws {
    func times(_ loft: String) throws -> [Double] {
      try stories(ballistic(loft)).map { try #require($0[.arrived]).seconds }
    }
    let (radius, mu) = (Radar.earthRadius, 3.986004418e14)
    let least = Kepler.minimumEnergy(range: distance, radius: radius, mu: mu).time
    let apogee = Kepler.loftedApogee(range: distance, farthest: 2_000_000, radius: radius)
    let most = Kepler.time(range: distance, apogee: apogee, radius: radius, mu: mu)
    for time in try times("loft: \(exactly("0"))") { #expect(abs(time / least - 1) < 0.03) }
    for time in try times("loft: \(exactly("1"))") { #expect(abs(time / most - 1) < 0.03) }
    let free = try times("note: nobody says").sorted()
    #expect(free[0] > 0.97 * least && free[free.count - 1] < 1.03 * most)
    #expect(free[free.count / 2] < 0.5 * (least + most))
  }

  private func ballistic(_ loft: String) -> String {
    """

    guest:
      kind: ballistic
      range: \(exactly("2000 km"))
      minimum_range: 1 km
      \(loft)
      boost_time: \(exactly("2 s"))
      boost_height: \(exactly("1 km"))
      drag_loading: \(exactly("100000 kg/m2"))
      radar_cross_section: \(exactly("1 m2"))

    """
  }

  /// A published flight of 600 s over the very distance is flown so where the loft is the highest that is known: within 3 % for
  /// the air, the turning Earth and the site's precision.
  @Test func aPublishedFlightTimeIsAClaim() throws {
    let known = "flight_time: \(exactly("600 s"))\n  flight_distance: \(exactly("\(distance) m"))"
    for story in try stories(ballistic("loft: \(exactly("1"))\n  \(known)")) {
      #expect(abs(try #require(story[.arrived]).seconds - 600) < 18)
    }
    // where nobody says, most flights are near the least energy of 260 s, and none is longer than what is known
    let free = try stories(ballistic(known)).map { try #require($0[.arrived]).seconds }
    #expect(free.max()! < 620 && free.sorted()[128] < 400)
  }

  /// Where an apogee and a flight time are claimed that do not fit, each is believed in half of the draws.
  @Test func apogeeAndFlightTimeAreAlternatives() throws {
    let both =
      "loft: \(exactly("1"))\n  apogee: \(exactly("150 km"))\n  flight_time: \(exactly("600 s"))\n"
      + "  flight_distance: \(exactly("\(distance) m"))"
    let times = try stories(ballistic(both)).map { try #require($0[.arrived]).seconds }
    #expect(abs(times.count { $0 > 500 } - 128) < 12)
    #expect(times.allSatisfy { abs($0 - 600) < 18 || $0 < 420 })
  }

  /// Out of reach by exactly what the range lacks.
  @Test func theShortfallIsTold() throws {
    let short = cruise.replacing("range: 1000 km", with: "range: \(exactly("300 km"))")
    let rung = try guestRung(short)
    let exposure = try #require(
      rung.exposures.firstIndex {
        $0.threat == Address("formation", "guest") && $0.place == Address("place", "port")
      })
    let draws = DrawBlock.drawn(for: rung.inputs, seed: 1)
    var block = TimelineBlock(groups: draws.groups)
    rung.mark(exposure, in: rung.world(under: draws), under: draws, into: &block)
    for group in 0..<draws.groups {
      for lane in 0..<4 {
        let missing = block.value(.shortfall, group)[lane]
        let expected: Double = distance - 300_000
        #expect(abs(missing - expected) < 5_100)
      }
    }
  }

  /// A radar that faces away sees nothing; one that faces the sea sees what it saw all round.
  @Test func sectorsLookOneWay() throws {
    let west = "north-radar,North radar,IS,radar,dish,43.2,12.4,5 km,270\n"
    let south = "north-radar,North radar,IS,radar,dish,43.2,12.4,5 km,120\n"
    func firm(_ site: String, _ radar: String?) throws -> Int {
      let sites = Island.sites.replacing("precision\n", with: "precision,facing\n")
        .replacing("north-radar,North radar,IS,radar,dish,43.2,12.4,5 km\n", with: site)
        .replacing("garrison,,41.5,15.9,5 km\n", with: "garrison,,41.5,15.9,5 km,\n")
        .replacing("town,,41.8,14.2,5 km\n", with: "town,,41.8,14.2,5 km,\n")
      let arms = (Island.catalogue + cruise).replacing(
        "  availability: 95 %\n", with: "  availability: 95 %\n\(radar ?? "")")
      let text = Island.scenario.replacing("far-brigade]", with: "guest]")
        .replacing("      - {move: far-brigade, to: spit}\n", with: "")
      let made = try rung(
        "calm",
        [
          "scenario.yaml": text, "catalogue/arms.yaml": arms, "sites.csv": sites,
          "formations.csv": Island.formations.trimmingEnd
            + "\nguest,Guest,FO,guest,mainland,0 km\n",
        ])
      return try timelines(made, threat: "guest", place: "port").count { $0[.firm] != nil }
    }
    let sector = "  sector: \(exactly("90 deg"))\n"
    #expect(try firm(west, sector) == 0)
    let (turned, round) = (try firm(south, sector), try firm(south, nil))
    #expect(turned > 200 && turned <= round)
  }

  /// Gates and jamming that let nothing through.
  @Test(
    arguments: [
      "  minimum_radial_speed: \(exactly("400 m/s"))\n", "  jamming: \(exactly("1e8"))\n",
      "  minimum_range: \(exactly("460 km"))\n", "  lowest_elevation: \(exactly("60 deg"))\n",
      "  processes: [one-way-drone]\n",
    ])
  func gatesKeepOut(_ gate: String) throws {
    #expect(try stories(cruise).contains { $0[.firm] != nil })
    #expect(try stories(cruise, radar: gate).allSatisfy { $0[.firm] == nil })
  }

  /// Listeners report at the edge of their area, after their delay: a circle of 100 km around the mill.
  @Test func listenersReportAtTheirEdge() throws {
    let listeners = """

      ears:
        kind: observer-line
        radius: \(exactly("60 km"))
        ceiling: 3 km
        delay: \(exactly("20 s"))
        probability: \(exactly("1"))
        availability: \(exactly("1"))
        fastest: 400 m/s

      """
    let site = "ears-port,Ears,IS,listening area,ears,42.0,12.0,1 km\n"
    func stories(_ alert: String) throws -> [Timeline] {
      try TacticalTests.stories(
        cruise.replacing("altitude: \(exactly("2000 m"))", with: "altitude: \(exactly("50 m"))")
          + listeners, sensors: ", ears-port", alert: alert, sites: site,
        radar: "  processes: [one-way-drone]\n")
    }
    let told = try stories("")
    // with a decision of their own they are heard as soon, and order after it
    let apart = try stories("  rules: war\n  observers_decision: \(exactly("90 s"))\n")
    for (story, own) in zip(told, apart) {
      #expect(story[.detected] != nil && own[.detected] == story[.detected])
      let decided = try #require(own.gap(from: .known, to: .ordered)).seconds
      #expect(abs(decided - 90) < 1e-9)
    }
    for story in told {
      let (firm, arrived) = (try #require(story[.firm]), try #require(story[.arrived]))
      // 60 km before the end, 20 s of delay, 5 s of latency ± 20 %
      let gap: Double = (arrived - firm).seconds
      let expected: Double = 60_000 / 250 - 25
      #expect(abs(gap - expected) < 3)
    }
  }

  /// Hostile at the border, or at a line before it.
  @Test func theLineComesBeforeTheBorder() throws {
    let square = Polygon(rings: [[SIMD2(11, 41), SIMD2(13.5, 41), SIMD2(13.5, 44), SIMD2(11, 44)]])
    let plain = try stories(cruise, border: square)
    let line = try stories(
      cruise, alert: "  line: \(exactly("100 km"))\n", border: square)
    for (a, b) in zip(plain, line) {
      guard let late = a[.identified], let early = b[.identified], let firm = a[.firm] else {
        continue
      }
      #expect(early >= firm)
      // 100 km at 250 m/s, unless the track is firm only later
      #expect(abs((late - early).seconds - 400) < 1 || early == firm)
    }
    #expect(line.contains { $0[.identified] != nil })
  }

  /// An early notice shortens the way to shelter, never the alert.
  @Test func anEarlyNoticeHelpsPeople() throws {
    let plain = try timelines(rung("calm"), threat: "far-brigade", place: "port")
    let text = Island.scenario.replacing(
      "  cue_availability: 50 %\n",
      with: "  cue_availability: 50 %\n  notice_delay: \(exactly("1 s"))\n")
    let told = try timelines(
      rung("calm", ["scenario.yaml": text]), threat: "far-brigade", place: "port")
    var earlier = 0
    for (a, b) in zip(plain, told) {
      #expect(a[.alerted] == b[.alerted])
      guard let before = a[.ready], let after = b[.ready] else { continue }
      #expect(after <= before)
      if after < before { earlier += 1 }
    }
    #expect(earlier > 50)
  }

  /// Night needs that are twice as long, and a siren that wakes nobody.
  @Test func nightsAreSlower() throws {
    let text = Island.scenario.replacing(
      "urban: {confirm: 20 s, move: 30 s}",
      with: "urban: {confirm: \(exactly("20 s")), move: \(exactly("30 s")), "
        + "confirm_night: \(exactly("40 s")), move_night: \(exactly("60 s"))}")
    for story in try timelines(
      rung("calm", ["scenario.yaml": text]), threat: "far-brigade", place: "port")
    {
      guard let day = story[.ready], let night = story[.readyAtNight] else { continue }
      #expect(abs((night - day).seconds - 50) < 1e-6)
    }
    let deaf = text.replacing(
      "siren: {coverage: 80 %, delay: 10 s}",
      with: "siren: {coverage: 80 %, delay: 10 s, coverage_night: \(exactly("0 %"))}")
    let stories = try timelines(
      rung("calm", ["scenario.yaml": deaf]), threat: "far-brigade", place: "port")
    #expect(stories.allSatisfy { $0[.readyAtNight] == nil })
  }

  /// A carrier takes off before the launch; whoever sees it gives notice before the launch.
  @Test func takeOffsGiveNotice() throws {
    let carried = cruise + "  takeoff_lead: \(exactly("3600 s"))\n"
    let alert = """
        notice_delay: \(exactly("60 s"))
        takeoff_probability: \(exactly("1"))
        takeoff_delay: \(exactly("600 s"))

      """
    for story in try stories(carried, alert: alert) {
      #expect(try #require(story[.tookOff]).seconds == -3_600)
      let noticed = try #require(story[.noticed]).seconds
      #expect(abs(noticed + 2_940) < 1e-6)
    }
  }

  /// The all-clear of an alarm that was given: last arrival of the salvo and the wait.
  @Test func theAllClearWaitsForTheSalvo() throws {
    let salvo = cruise + "  salvo_size: \(exactly("4"))\n  salvo_interval: \(exactly("30 s"))\n"
    let told = try stories(
      salvo, alert: "  rules: war\n  all_clear: \(exactly("600 s"))\n"
    ).filter { $0[.alerted] != nil }
    #expect(!told.isEmpty)
    for story in told {
      let gap = try #require(story.gap(from: .arrived, to: .cleared)).seconds
      #expect(abs(gap - 690) < 1e-6)
    }
  }

  /// A battery that reaches 100 km with an interceptor at 1 000 m/s.
  private static func shield(look: String) -> String {
    """

    shield:
      kind: air-defence
      engagement_range: \(exactly("100 km"))
      altitude_min: \(exactly("10 m"))
      altitude_max: \(exactly("20 km"))
      reaction: \(exactly("10 s"))
      interceptor_speed: \(exactly("1000 m/s"))
      look_time: \(exactly(look))

    """
  }

  /// A battery at the port that reaches 100 km with an interceptor as fast as the missile: from a firm
  /// track far out, the first meeting lies within its range and after its reaction.
  @Test func batteriesMeetWithinTheirEnvelope() throws {
    let battery = Self.shield(look: "10 s")
    let site = "shield-port,Shield,IS,air defence,shield,42.0,12.0,1 km\n"
    let met = try stories(
      cruise + battery, sensors: ", shield-port", sites: site)
    var seen = 0
    for story in met {
      guard let engaged = story[.engaged], let firm = story[.firm], let end = story[.arrived]
      else { continue }
      seen += 1
      #expect((engaged - firm).seconds >= 10)
      let left: Double = (end - engaged).seconds
      #expect(left <= 401)
    }
    #expect(seen > 200)
    // without a ballistic range there is no chance against what falls from above
    #expect(
      try timelines(
        guestRung(cruise + battery, sensors: ", shield-port, far-brigade", sites: site),
        threat: "far-brigade", place: "port"
      ).allSatisfy { $0[.engaged] == nil })
  }

  /// Shoot, look, shoot: met at the edge of 100 km, then every time the interceptor at 1 000 m/s, sent
  /// 60 s after the last meeting, meets what comes at 250 m/s: r′ = (r − 15 km) / 1.25, which is 100, 68,
  /// 42.4, 21.9 and 5.5 km. Meetings are sought every 400 s / 24, 4.2 km of flight: the last may be lost.
  @Test func chancesToInterceptAreCounted() throws {
    let battery = Self.shield(look: "60 s")
    let rung = try guestRung(
      cruise + battery, sensors: ", shield-port",
      sites: "shield-port,Shield,IS,air defence,shield,42.0,12.0,1 km\n")
    let exposure = try #require(
      rung.exposures.firstIndex {
        $0.threat == Address("formation", "guest") && $0.place == Address("place", "port")
      })
    let draws = DrawBlock.drawn(for: rung.inputs, seed: 1)
    var block = TimelineBlock(groups: draws.groups)
    block.clear()
    rung.mark(exposure, in: rung.world(under: draws), under: draws, into: &block)
    var early = 0
    for draw in 0..<draws.count {
      let story = block.timeline(of: draw)
      let chances = block.value(.opportunities, draw / 4)[draw % 4]
      #expect(story[.engaged] != nil || chances == 0)
      guard let firm = story[.firm], let end = story[.arrived], (end - firm).seconds > 520 else {
        continue
      }
      early += 1
      #expect(chances == 4 || chances == 5, "\(chances) chances")
    }
    #expect(early > 100)
  }

  /// Aircraft fly at their speed.
  @Test func aircraftFlyAtTheirSpeed() throws {
    let jet = cruise.replacing("kind: cruise", with: "kind: aircraft")
    for story in try stories(jet) {
      let time = try #require(story[.arrived]).seconds
      // the site's precision of 5 km is the launch area
      #expect(abs(time - distance / 250) < 21)
    }
  }

  private static func drone(_ more: String) -> String {
    """

    guest:
      kind: one-way-drone
      range: 1000 km
      air_speed: \(exactly("50 m/s"))
      altitude: \(exactly("2000 m"))
      radar_cross_section: \(exactly("1 m2"))
    \(more)

    """
  }

  /// An hour at 50 m/s is 180 km and falls short of 325 km; two hours and a quarter are 405 km.
  @Test func enduranceEndsAFlight() throws {
    let short = try stories(Self.drone("  endurance: \(exactly("60 min"))"))
    #expect(short.allSatisfy { $0[.arrived] == nil })
    let long = try stories(Self.drone("  endurance: \(exactly("135 min"))"))
    #expect(long.allSatisfy { $0[.arrived] != nil })
  }

  /// A slow climb keeps a drone under the radar's horizon for longer, never for less; without one it
  /// is at its height from the start.
  @Test func aClimbDelaysDetection() throws {
    let at = try stories(Self.drone(""))
    let climbing = try stories(Self.drone("  climb_rate: \(exactly("0.5 m/s"))"))
    var later = 0
    for (a, b) in zip(at, climbing) {
      guard let first = a[.detected], let second = b[.detected] else { continue }
      let delay: Double = (second - first).seconds
      // the luck of looks: a drone near the horizon is found within some scans of 10 s
      #expect(delay > -150)
      if delay > 60 { later += 1 }
    }
    #expect(later > at.count / 4)
  }

  /// In war an airborne radar that must keep 250 km from a hostile battery sees a low flyer later.
  @Test func airborneRadarsKeepClear() throws {
    let arms = """

      eye:
        kind: airborne-radar
        anchor_range: 400 km
        anchor_rcs: 1 m2
        anchor_pd: 0.8
        instrumented_range: 500 km
        scan_period: 10 s
        availability: \(exactly("1"))
        altitude: \(exactly("9150 m"))
        orbit_radius: \(exactly("10 km"))
        standoff: \(exactly("50 km"))
      threat-battery:
        kind: air-defence
        engagement_range: \(exactly("400 km"))
        altitude_min: 10 m
        altitude_max: 30 km
        reaction: 10 s
        interceptor_speed: 1000 m/s

      """
    let low = cruise.replacing(
      "altitude: \(exactly("2000 m"))", with: "altitude: \(exactly("50 m"))")
    let sites = """
      eye-orbit,Eye,IS,orbit,eye,42.2,13.4,5 km
      far-battery,Far battery,FO,air defence,threat-battery,42.0,14.5,5 km

      """
    let off = "  processes: [one-way-drone]\n"
    func firm(_ sensors: String, _ rules: String) throws -> Double {
      let times = try stories(
        low + arms, sensors: sensors, alert: "  rules: \(rules)\n", sites: sites, radar: off
      ).compactMap { $0[.firm]?.seconds }
      #expect(times.count > 200)
      return times.reduce(0, +) / Double(times.count)
    }
    let (free, both) = (", eye-orbit", ", eye-orbit, far-battery")
    #expect(try firm(both, "war") > firm(free, "war") + 60)
    // in peace an orbit lies where it likes
    #expect(try firm(both, "peace") == firm(free, "peace"))
  }
}
