internal import Datasets
internal import Geodesy
internal import Kernels
internal import Quantities
internal import Yams

/// A published result beside ours.
public struct CaseRow: Sendable {
  public let subject: String
  public let source: String
  public let given: String
  /// In the unit the case is written in.
  public let expected: Double
  public let computed: Double
  public let within: Double
  public let unit: String
  public var passes: Bool { abs(computed - expected) <= within }
}

/// Published cases: data that an analyst can add to without Swift.
public enum Cases {
  /// A kernel that cases are about: its numbers by name, and the units of its result.
  struct Subject: Sendable {
    let units: [String: Double]
    let compute: @Sendable ([String: Double]) -> Double?
  }

  static let metres = ["m": 1.0, "km": 1_000]
  static let seconds = ["s": 1.0, "min": 60, "h": 3_600]
  static let degrees = ["deg": 1.0]
  static let plain = ["": 1.0, "%": 0.01]

  /// Every unit a case may use for a given, in SI; angles stay degrees.
  static let givenUnits: [String: Double] = [
    "": 1, "m": 1, "km": 1_000, "s": 1, "min": 60, "h": 3_600, "deg": 1, "m/s": 1, "km/s": 1_000,
    "m2": 1, "m3/s2": 1, "km3/s2": 1e9, "%": 0.01,
    "kg/m2": 1, "km/h": 1 / 3.6, "1/s": 1,
  ]

  static let subjects: [String: Subject] = [
    "atmosphere.density": Subject(units: ["kg/m3": 1]) { n in
      n["altitude"].map { Atmosphere.density(altitude: $0) }
    },
    "atmosphere.temperature": Subject(units: ["K": 1]) { n in
      n["altitude"].map { Atmosphere.state(altitude: $0).temperature }
    },
    "atmosphere.pressure": Subject(units: ["Pa": 1, "hPa": 100]) { n in
      n["altitude"].map { Atmosphere.state(altitude: $0).pressure }
    },
    "atmosphere.sound_speed": Subject(units: ["m/s": 1]) { n in
      n["altitude"].map { Atmosphere.soundSpeed(altitude: $0) }
    },
    "geodesic.distance": Subject(units: metres) { n in
      ends(n).map { Geodesic.distance(from: $0, to: $1).metres }
    },
    "geodesic.azimuth": Subject(units: degrees) { n in
      ends(n).map { Geodesic.inverse(from: $0, to: $1).azimuth.degrees }
    },
    "radar.horizon": Subject(units: metres) { n in
      three(n, "antenna", "target", "k") { Radar.horizon(antenna: $0, target: $1, k: $2) }
    },
    "radar.range_scaling": Subject(units: metres) { n in
      three(n, "range", "reference_rcs", "rcs") { Radar.range($0, from: $1, to: $2) }
    },
    "radar.pd_swerling1": Subject(units: plain) { n in
      guard let decibels = n["snr"], let pfa = n["pfa"] else { return nil }
      return Radar.detection(
        ratio: Lanes(repeating: exponential(decibels / 10 * naturalLogarithm(10))),
        logFalseAlarm: Lanes(repeating: naturalLogarithm(pfa)))[0]
    },
    "radar.snr_swerling1": Subject(units: ["dB": 1]) { n in
      guard let pd = n["pd"], let pfa = n["pfa"] else { return nil }
      return 10 * naturalLogarithm(Radar.ratio(pd: pd, falseAlarm: pfa)) / naturalLogarithm(10)
    },
    "radar.ground_loss": Subject(units: ["dB": 1]) { n in
      guard let wavelength = n["wavelength"], let antenna = n["antenna"], let target = n["target"],
        let distance = n["distance"]
      else { return nil }
      let ground = GroundReflection(
        wavelength: Lanes(repeating: wavelength), roughness: .zero, beam: Lanes(repeating: 10),
        antenna: Lanes(repeating: antenna),
        radius: Lanes(repeating: 4.0 / 3 * Radar.earthRadius))
      let echo = ground.echo(Lanes(repeating: target), at: Lanes(repeating: distance))[0]
      // 0 and not minus 0 where nothing is lost
      return echo >= 1 ? 0 : -5 * naturalLogarithm(echo) / naturalLogarithm(10)
    },
    "rocket.time": Subject(units: seconds) { n in
      three(n, "distance", "reach", "steepness") {
        RocketArc.time(
          over: Lanes(repeating: $0), reach: Lanes(repeating: $1), steepness: Lanes(repeating: $2))[
            0]
      }
    },
    "track.m_of_n": Subject(units: plain) { n in
      guard let m = n["m"], let window = n["n"], let p = n["p"], let looks = n["looks"],
        (1...4).contains(window), (1...window).contains(m), (0...10_000).contains(looks)
      else { return nil }
      var chain = TrackInitiation(needed: Int(m), window: Int(window))
      for _ in 0..<Int(looks) { chain.look(Lanes(repeating: p)) }
      return chain.firm[0]
    },
    "kepler.lofted_time": Subject(units: seconds) { n in
      guard let range = n["range"], let apogee = n["apogee"], let radius = n["radius"],
        let mu = n["mu"]
      else { return nil }
      return Kepler.time(range: range, apogee: apogee, radius: radius, mu: mu)
    },
    "arc.speed": Subject(units: ["m/s": 1, "km/s": 1_000]) { n in
      two(n, "range", "apogee") { Kepler.flatArc(range: $0, apogee: $1).speed }
    },
    "arc.time": Subject(units: seconds) { n in
      two(n, "range", "apogee") { Kepler.flatArc(range: $0, apogee: $1).time }
    },
    "flight.altitude": Subject(units: metres) { n in
      FallingBody(n).map { body in
        let end = body.end()
        return body.earth.geodetic(end.position(0)).height
      }
    },
    "flight.speed_down": Subject(units: ["m/s": 1]) { n in
      FallingBody(n).map { body in
        let end = body.end()
        let up = body.axes(at: end).up
        return -(up * end.velocity(0)).sum()
      }
    },
    "flight.speed_east": Subject(units: ["m/s": 1]) { n in
      FallingBody(n).map { body in
        let end = body.end()
        return (body.axes(at: end).east * end.velocity(0)).sum()
      }
    },
    "column.length": Subject(units: metres) { n in
      three(n, "vehicles", "interval", "routes") {
        MarchColumn.length(vehicles: $0, interval: $1, routes: $2)
      }
    },
    "column.pass_time": Subject(units: seconds) { n in
      two(n, "length", "speed") { MarchColumn.passTime(length: $0, speed: $1) }
    },
    "need.sheltered": Subject(units: seconds) { n in
      guard let alerted = n["alerted"], let reception = n["reception"], let confirm = n["confirm"],
        let move = n["move"]
      else { return nil }
      func lanes(_ x: Double) -> Lanes { Lanes(repeating: x) }
      return Shelter.time(
        alerted: lanes(alerted), noticed: lanes(n["noticed"] ?? .infinity),
        reception: lanes(reception), confirm: lanes(confirm), move: lanes(move))[0]
    },
    "kepler.flight_time": Subject(units: seconds) { n in
      three(n, "range", "radius", "mu") { Kepler.minimumEnergy(range: $0, radius: $1, mu: $2).time }
    },
    "kepler.apogee": Subject(units: metres) { n in
      three(n, "range", "radius", "mu") {
        Kepler.minimumEnergy(range: $0, radius: $1, mu: $2).apogee
      }
    },
    "hidden.evidence": Subject(units: plain) { n in hidden(n)?.evidence },
    "hidden.filtered": Subject(units: plain) { n in hidden(n)?.filtered },
    "hidden.smoothed": Subject(units: plain) { n in hidden(n)?.smoothed },
    "philox.word": Subject(units: plain) { n in philox(n) },
    "pert.mean": Subject(units: plain) { n in pert(n)?.mean },
    "pert.sd": Subject(units: plain) { n in pert(n)?.standardDeviation },
    "pert.quantile": Subject(units: plain) { n in
      guard let pert = pert(n), let probability = n["probability"] else { return nil }
      return pert.quantile(probability)
    },
  ]

  private static func two(
    _ n: [String: Double], _ a: String, _ b: String, _ body: (Double, Double) -> Double
  ) -> Double? {
    guard let x = n[a], let y = n[b] else { return nil }
    return body(x, y)
  }

  private static func three(
    _ n: [String: Double], _ a: String, _ b: String, _ c: String,
    _ body: (Double, Double, Double) -> Double
  ) -> Double? {
    guard let x = n[a], let y = n[b], let z = n[c] else { return nil }
    return body(x, y, z)
  }

  private static func ends(_ n: [String: Double]) -> (Position, Position)? {
    guard let a = n["lat1"], let b = n["lon1"], let c = n["lat2"], let d = n["lon2"] else {
      return nil
    }
    return (Position(a, b), Position(c, d))
  }

  private static func pert(_ n: [String: Double]) -> Pert? {
    guard let low = n["low"], let likely = n["likely"], let high = n["high"], low <= likely,
      likely <= high, low < high
    else { return nil }
    return Pert(low: low, likely: likely, high: high)
  }

  /// A random chain of a few letters, as `Scripts/peers/hidden_chain.py` makes it: the evidence, and the
  /// share of the first state in the middle of the days, forward and looking back.
  private static func hidden(
    _ n: [String: Double]
  ) -> (evidence: Double, filtered: Double, smoothed: Double)? {
    guard let states = n["states"].flatMap({ Int(exactly: $0) }), (1...100).contains(states),
      let days = n["days"].flatMap({ Int(exactly: $0) }), (1...100_000).contains(days),
      let seed = n["seed"].flatMap({ UInt64(exactly: $0) })
    else { return nil }
    var x = seed
    func draws(_ count: Int) -> [Double] {
      (0..<count).map { _ in
        x = (1_103_515_245 &* x &+ 12_345) % (1 << 31)
        return (Double(x) + 0.5) / Double(1 << 31)
      }
    }
    func lanes(_ values: [Double], sum: Double) -> [Lanes] {
      values.map { Lanes(repeating: $0 / sum) }
    }
    let start = draws(states)
    let steps = (0..<states).flatMap { from in
      let row = draws(states)
      return lanes(row, sum: row.reduce(0, +)).enumerated().map { to, chance in
        HiddenChain.Step(from: from, to: to, chance: chance)
      }
    }
    let chain = HiddenChain(start: lanes(start, sum: start.reduce(0, +)), steps: steps)
    let likelihoods = (0..<days).map { _ in lanes(draws(states), sum: 1) }
    let (shares, evidence) = chain.filtered(likelihoods)
    let smoothed = chain.smoothed(shares) { day, after in
      for state in after.indices { after[state] *= likelihoods[day][state] }
    }
    return (evidence[0], shares[days / 2][0][0], smoothed[days / 2][0][0])
  }

  private static func philox(_ n: [String: Double]) -> Double? {
    let names = ["counter0", "counter1", "counter2", "counter3", "key0", "key1", "word"]
    let words = names.compactMap { n[$0].flatMap { UInt32(exactly: $0) } }
    guard words.count == 7, words[6] < 4 else { return nil }
    let result = Philox.words(
      counter: SIMD4(words[0], words[1], words[2], words[3]), key: SIMD2(words[4], words[5]))
    return Double(result[Int(words[6])])
  }

  /// Reads and computes every case of a folder.
  ///
  /// - Throws: `InvalidScenario` with a diagnostic a fault, `DataError` when the folder is missing.
  public static func rows(path: String) throws -> [CaseRow] {
    var rows: [CaseRow] = []
    var faults: [Diagnostic] = []
    for file in try Files.texts(under: path, endings: [".case"]) {
      do {
        rows += try CaseFile(name: file.name, bytes: file.bytes).rows()
      } catch let error as InvalidScenario {
        faults += error.diagnostics
      }
    }
    guard faults.isEmpty else { throw InvalidScenario(faults) }
    return rows
  }

  /// Subjects without a case, which fails the tests.
  public static func untested(_ rows: [CaseRow]) -> [String] {
    Set(subjects.keys).subtracting(rows.map(\.subject)).sorted()
  }
}
