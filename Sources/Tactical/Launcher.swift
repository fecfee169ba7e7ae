internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// A formation with its system, launching from somewhere in its area.
struct Launcher {
  let force: Theatre.Force
  let site: Theatre.Site
  let kind: any ThreatKind
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
  let isBallistic: Bool

  init(
    _ declare: inout Declarations, force: Theatre.Force, site: Theatre.Site,
    system: Document.System, kind made: any ThreatKind.Type
  ) {
    (self.force, self.site, name) = (force, site, system.kind)
    (toldAs, isBallistic) = (system.toldAs ?? system.kind, made.isBallistic)
    func address(_ field: String) -> Address { Address("formation", force.id, field) }
    let all = declare.recording { declare in
      (
        made.init(&declare, system: system.id) as any ThreatKind,
        TakeOff(&declare, system: system.id), SalvoKind(&declare, system: system.id),
        declare.own(
          address("launch_distance"), Law(.adversary, .uniform(low: 0, high: 1))) as Input<Ratio>,
        declare.own(
          address("launch_bearing"), Law(.adversary, .uniform(low: 0, high: 2 * .pi)))
          as Input<Angle>
      )
    }
    (kind, takeOff, salvo, distance, bearing) = all.piece
    let idle = Set(made.heldAgainst.map { declare.address(of: system.id, $0) })
    addresses = all.addresses.filter { !idle.contains($0) }
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
