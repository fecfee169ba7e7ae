internal import Kernels
public import Quantities
internal import Scenarios
public import Theatre
public import Timelines

/// How often the published figures of a quasi-ballistic class do not fit one flight.
public struct FlightProbe: Sendable {
  public let inputs: Inputs
  private let kind: QuasiBallisticKind

  /// Nil unless the catalogue has the system and it is quasi-ballistic.
  public init?(_ system: String, theatre: Theatre) {
    guard theatre.systems[system]?.kind == QuasiBallisticKind.fields.name,
      let posture = theatre.postures.first
    else { return nil }
    var declare = Declarations(theatre: theatre, posture: posture)
    kind = QuasiBallisticKind(&declare, system: system)
    inputs = declare.inputs
    range = Length(si: theatre.law(of: system, "range", under: posture)!.likely)
  }

  /// The likely greatest distance that it reaches.
  public let range: Length

  /// Draws of a block in which the flight over a distance ends too early for the drawn apogee, and in
  /// which it needs more than the drawn peak speed.
  public func misfits(over distance: Length, _ draws: DrawBlock) -> (apogee: Int, speed: Int) {
    var (apogee, speed) = (0, 0)
    for draw in 0..<draws.count {
      let (group, lane) = (draw / 4, draw % 4)
      let flight = kind.flight(
        Lanes(repeating: distance.metres), draws, group, yielding: false)
      if flight.apogee[lane] < 0.999 * draws[kind.apogee, group][lane] { apogee += 1 }
      if flight.peakSpeed[lane] > draws[kind.peakSpeed, group][lane] { speed += 1 }
    }
    return (apogee, speed)
  }
}
