internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// Declares inputs by looking their laws up under one posture, and notes which were asked for.
struct Declarations {
  var inputs = Inputs()
  let theatre: Theatre
  let posture: Theatre.Posture
  /// Addresses asked for since `recording` began.
  private var asked: [Address] = []

  init(theatre: Theatre, posture: Theatre.Posture) {
    (self.theatre, self.posture) = (theatre, posture)
  }

  /// - Precondition: the reader has made sure that the address has claims.
  mutating func input<Q>(_ address: Address) -> Input<Q> {
    guard let input: Input<Q> = optional(address) else {
      preconditionFailure("no claim for \(address)")
    }
    return input
  }

  /// Nil where nobody claims anything.
  mutating func optional<Q>(_ address: Address) -> Input<Q>? {
    guard let law = theatre.law(address, under: posture) else { return nil }
    asked.append(address)
    return inputs.declare(address, law, as: Q.self)
  }

  /// An input that rests on no claim because it is part of the model.
  mutating func own<Q>(_ address: Address, _ law: Law) -> Input<Q> {
    asked.append(address)
    return inputs.declare(address, law, as: Q.self)
  }

  mutating func catalogue<Q>(_ system: String, _ field: String) -> Input<Q> {
    input(Address("catalogue", system, field))
  }

  mutating func optional<Q>(_ system: String, _ field: String) -> Input<Q>? {
    optional(Address("catalogue", system, field))
  }

  /// What a piece of the rung declares, and the addresses it asked for.
  mutating func recording<Piece>(
    _ body: (inout Declarations) -> Piece
  ) -> (piece: Piece, addresses: [Address]) {
    let before = asked
    asked = []
    let piece = body(&self)
    defer { asked = before + asked }
    return (piece, asked)
  }
}
