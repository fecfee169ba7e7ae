internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// A formation with its system, launching from somewhere in its area.
struct Launcher {
  enum Kind {
    case quasiBallistic(QuasiBallisticKind)
    case ballistic(BallisticKind)
    case rocket(RocketKind)
    case level(LevelFlightKind)
  }

  let force: Theatre.Force
  let site: Theatre.Site
  let kind: Kind
  /// The class of the ladder.
  let name: String
  /// What a log of alerts calls it.
  let toldAs: String
  let takeOff: TakeOff
  let salvo: SalvoKind
  /// Where in the area: share of the radius squared, and bearing; the other side's choice.
  private let distance: Input<Ratio>
  private let bearing: Input<Angle>
  let addresses: [Address]

  /// Whether the profile of the flight alone says that it is hostile.
  var isBallistic: Bool {
    switch kind {
    case .quasiBallistic, .ballistic, .rocket: true
    case .level: false
    }
  }

  /// Whether the wind moves it.
  var drifts: Bool {
    if case .level(let kind) = kind { kind.drifts } else { false }
  }

  /// Highest altitude to look for it, m.
  var ceiling: Double {
    switch kind {
    case .quasiBallistic: 120_000
    case .ballistic: 2_000_000
    case .rocket: 60_000
    case .level(let kind): kind.ceiling
    }
  }

  init(
    _ declare: inout Declarations, force: Theatre.Force, site: Theatre.Site,
    system: Document.System
  ) {
    (self.force, self.site, name) = (force, site, system.kind)
    toldAs = system.toldAs ?? system.kind
    func address(_ field: String) -> Address { Address("formation", force.id, field) }
    let all = declare.recording { declare in
      (
        Launcher.kind(&declare, system), TakeOff(&declare, system: system.id),
        SalvoKind(&declare, system: system.id),
        declare.own(
          address("launch_distance"), Law(.adversary, .uniform(low: 0, high: 1))) as Input<Ratio>,
        declare.own(
          address("launch_bearing"), Law(.adversary, .uniform(low: 0, high: 2 * .pi)))
          as Input<Angle>
      )
    }
    (kind, takeOff, salvo, distance, bearing) = all.piece
    // the published peak speed of a lifting flight is held against it, it does not enter it
    let heldAgainst =
      system.kind == QuasiBallisticKind.fields.name
      ? Address("catalogue", system.id, "peak_speed") : nil
    addresses = all.addresses.filter { $0 != heldAgainst }
  }

  private static func kind(_ declare: inout Declarations, _ system: Document.System) -> Kind {
    switch system.kind {
    case QuasiBallisticKind.fields.name:
      .quasiBallistic(QuasiBallisticKind(&declare, system: system.id))
    case BallisticKind.fields.name: .ballistic(BallisticKind(&declare, system: system.id))
    case RocketKind.fields.name: .rocket(RocketKind(&declare, system: system.id))
    default:
      .level(
        LevelFlightKind(
          &declare, system: system.id,
          table: TacticalKinds.threats.first { $0.name == system.kind }!))
    }
  }

  /// Of what it launches, m².
  func crossSection(_ draws: DrawBlock, _ group: Int) -> Lanes {
    switch kind {
    case .quasiBallistic(let kind): draws[kind.crossSection, group]
    case .ballistic(let kind): draws[kind.crossSection, group]
    case .rocket(let kind): draws[kind.crossSection, group]
    case .level(let kind): draws[kind.crossSection, group]
    }
  }

  /// The height of a level flight above the ground, m; nil for what flies otherwise.
  func levelHeight(_ draws: DrawBlock, _ group: Int) -> Lanes? {
    if case .level(let kind) = kind { draws[kind.altitude, group] } else { nil }
  }

  /// The launch point, evenly over the area.
  func point(_ draws: DrawBlock, _ group: Int) -> GreatCircle.Direction {
    let radius = force.area.metres * LaneMath.squareRoot(draws[distance, group])
    let angle = draws[bearing, group]
    var (east, north) = (Lanes.zero, Lanes.zero)
    for lane in 0..<4 {
      let (sine, cosine) = sineAndCosine(angle[lane])
      (east[lane], north[lane]) = (radius[lane] * sine, radius[lane] * cosine)
    }
    return Place.direction(of: site.position, east: east, north: north)
  }
}
