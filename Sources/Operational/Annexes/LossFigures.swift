internal import Findings
internal import Quantities
internal import Timelines

/// What is lost of each type of vehicle to drones, loitering munitions and anti-tank missiles, with and without cover.
///
/// Of a hundred sent at it: those that hit it without cover, less those that electronic warfare and short-range air defence stop, one after the other;
/// of the hits those after which it is lost. How many are sent is not asked: nobody publishes it.
struct LossFigures {
  let replicates: Replicates

  /// What covers a vehicle: the words of an id.
  static let covers = [
    (word: "bare", jams: false, shoots: false), (word: "jammers", jams: true, shoots: false),
    (word: "air-defence", jams: false, shoots: true), (word: "both", jams: true, shoots: true),
  ]

  var figures: [Figure] {
    let asides = replicates.rung.asides
    let inputs = asides.addresses.attrition.sorted()
    return asides.vehicles.flatMap { vehicle -> [Figure] in
      replicates.quantiles(
        OperationalFigures.held, vehicle.id,
        replicates.each { $0[vehicle.held, $1][$2] }, inputs)
        + asides.weapons.flatMap { weapon in
          LossFigures.covers.flatMap { cover -> [Figure] in
            guard let lost = vehicle.lost[weapon.id] else { return [] }
            return replicates.quantiles(
              OperationalFigures.lost.of("\(weapon.id)-\(cover.word)"), vehicle.id,
              replicates.each { draws, group, lane in
                let through =
                  draws[weapon.hits, group][lane]
                  * (cover.jams ? 1 - draws[weapon.jammed, group][lane] : 1)
                  * (cover.shoots ? 1 - draws[weapon.shot, group][lane] : 1)
                return 100 * through * draws[lost, group][lane]
              }, inputs)
          }
        }
    }
  }
}
