internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// Declares inputs by looking their laws up under one posture.
struct Declarations {
  var inputs = Inputs()
  let theatre: Theatre
  let posture: Theatre.Posture

  /// - Precondition: the reader has made sure that the address has claims.
  mutating func input<Q>(_ address: Address) -> Input<Q> {
    guard let law = theatre.law(address, under: posture) else {
      preconditionFailure("no claim for \(address)")
    }
    return inputs.declare(address, law, as: Q.self)
  }

  mutating func catalogue<Q>(_ system: String, _ field: String) -> Input<Q> {
    input(Address("catalogue", system, field))
  }
}
