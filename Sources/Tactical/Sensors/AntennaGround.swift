internal import Geodesy
internal import Kernels
internal import Quantities
internal import Theatre
internal import Timelines

/// How an antenna stands on the ground: what is drawn of its hill, and the air over it.
struct AntennaGround: Sendable {
  private enum Hill: Sendable {
    /// How far it stands above the mean of its cell, m.
    case drawn(Input<Length>, most: Double)
    /// How far the ground under it stands above the ground around, as it is known, m.
    case known(Double)
  }

  private let hill: Hill
  let ground: RadarStand

  init(_ declare: inout Declarations, at site: Theatre.Site, _ survey: TacticalSurvey) {
    ground = survey.stand(of: site, isAirborne: false)
    if let known = site.ground {
      hill = .known(known.metres)
    } else if let relief = ground.relief {
      // flat ground has no hill to stand on
      let law: Distribution =
        relief >= 1
        ? .pert(low: 0, likely: (relief / 2).rounded(.down), high: relief, outer: false)
        : .constant(0)
      hill = .drawn(
        declare.own(Address("site", site.id, "relief"), Law(.knowledge, law)), most: relief)
    } else {
      hill = .drawn(
        GroundAround.hill(&declare, at: site),
        most: GroundAround.hillLaw(declare.theatre, under: declare.posture).range.upperBound)
    }
  }

  /// Height of an antenna on a mast above the ground around, m.
  func antenna(_ mast: Lanes, _ draws: DrawBlock, _ group: Int) -> Lanes {
    switch hill {
    case .drawn(let relief, _): ground.rise + draws[relief, group] + mast
    case .known(let known): LaneMath.greatest(known + mast, .zero)
    }
  }

  /// Highest that any draw has it, m.
  func highest(mast: Double) -> Double {
    switch hill {
    case .drawn(_, let most): ground.rise + most + mast
    case .known(let known): max(0, known + mast)
    }
  }
}
