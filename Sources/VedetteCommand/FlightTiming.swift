internal import Kernels

/// Flights to be timed: each call flies a batch and says how many it flew.
public enum FlightTiming {
  public struct Subject: Sendable {
    public let name: String
    public let fly: @Sendable () -> Int
  }

  /// 603 km at 2 300 m/s and 40° from 40 km, J2, rotation, US-1976, β 10 000 kg/m².
  private static let start: FreeFlight.State = {
    let earth = Earth.wgs84
    let radians = Double.pi / 180
    let axes = earth.axes(latitude: 54 * radians, longitude: 25 * radians)
    let (sine, cosine) = sineAndCosine(40 * radians)
    return FreeFlight.State(
      earth.position(latitude: 54 * radians, longitude: 25 * radians, height: 40_000),
      (axes.north * cosine + axes.up * sine) * 2_300)
  }()

  /// How far the timed flight lands from its published end, m.
  public static func landing() -> Double {
    let end = FreeFlight(drag: Lanes(repeating: 0.5 / 10_000), tolerance: 0.01)
      .fly(start, longest: 2_000)
    let radians = Double.pi / 180
    let published = Earth.wgs84.position(
      latitude: 59.4135432172 * radians, longitude: 25.1881279214 * radians, height: 0)
    let miss = end.state.position(0) - published
    return ((miss * miss).sum().squareRoot() * 1_000).rounded() / 1_000
  }

  private static let table = BallisticTable(
    to: BallisticShot.Point(latitude: 0.91, longitude: 0.36), course: .pi, distance: 900_000,
    area: 30_000,
    start: { BallisticShot.Point(latitude: 0.91 + (900_000 - $0) / 6_391_000, longitude: 0.36) },
    .lofted(to: 450_000), heights: 30_000...90_000, drag: (0.5 / 12_000)...(0.5 / 4_000))

  public static let subjects: [Subject] = [
    Subject(name: "ballistic, integrated") {
      let flight = FreeFlight(drag: Lanes(repeating: 0.5 / 10_000), tolerance: 0.01)
      for _ in 0..<16 { sink(flight.fly(start, longest: 2_000).time) }
      return 64
    },
    Subject(name: "ballistic, read from its table") {
      guard let table else { return 0 }
      for i in 0..<64 {
        let apogee = Lanes(repeating: 200_000 + 3_000 * Double(i))
        sink(
          table.flight(
            distance: Lanes(repeating: 905_000), apogee: apogee, drag: Lanes(repeating: 8e-5),
            boost: (Lanes(repeating: 70), Lanes(repeating: 45_000))
          ).flightTime)
      }
      return 256
    },
    Subject(name: "quasi-ballistic") {
      for i in 0..<256 {
        let flight = QuasiBallistic(
          distance: Lanes(repeating: 200_000 + 1_000 * Double(i)),
          figures: QuasiBallistic.Figures(
            meanSpeed: Lanes(repeating: 1_250), apogee: Lanes(repeating: 50_000),
            terminalSpeed: Lanes(repeating: 1_000), boost: Lanes(repeating: 35),
            lift: Lanes(repeating: 0.001)))
        sink(flight.flightTime)
      }
      return 1_024
    },
  ]

  /// Keeps a result alive.
  @inline(never)
  private static func sink(_ value: Lanes) { precondition(value[0] == value[0], "not a number") }
}
