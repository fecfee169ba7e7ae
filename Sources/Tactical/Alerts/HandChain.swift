internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// An order that passes through several hands: who waits for whom, how long, and what happens where one does not answer.
///
///     asked(i)  = max over j that i waits for of  min( done(j), asked(j) + timeout(i) );  0 for the first
///     done(i)   = asked(i) + takes(i), or never where i does not answer
///     the order = done(last)
///
/// A time-out runs from the moment at which the one before was asked, so that a fallback is a hand with a short one.
struct HandChain {
  static let fields = FieldTable(
    "hand", "a hand that an order passes through",
    [
      Field(
        "takes", TimeSpan.self, "from being asked to handing on", kind: .chance, in: 0...86_400),
      Field(
        "timeout", TimeSpan.self,
        "how long it waits for whom it waits for, from when they were asked, before it acts on its own",
        kind: .defender, required: false, in: 0...86_400),
      Field(
        "answers", Ratio.self, "share of cases in which it answers at all", kind: .chance,
        required: false, in: 0...1),
    ])

  private struct Hand {
    let waitsFor: [Int]
    let takes: Input<TimeSpan>
    let timeout: Input<TimeSpan>?
    let answers: (share: Input<Ratio>, luck: Input<Ratio>)?
  }

  /// Stands for an answer that never comes, s; beyond `AlertChain.never`.
  private static let never = 1e9

  private let hands: [Hand]
  /// In which share of draws it stands for the order, and whether it does in this one.
  let share: Double
  let luck: Input<Ratio>
  let addresses: [Address]

  /// Nil where one decision stands for the order.
  init?(
    _ declare: inout Declarations, theatre: Theatre, country: String, threat: String
  ) {
    let share = theatre.handsShare(country: country, threat: threat, under: declare.posture)
    guard share > 0 else { return nil }
    let owner = country.lowercased()
    let one = Law(.chance, .uniform(low: 0, high: 1))
    let made = declare.recording { declare in
      let hands = theatre.chain(of: country).hands(against: threat).map { hand -> Hand in
        func address(_ field: String) -> Address {
          Address("alert", "\(owner).\(hand.id)", field)
        }
        let answers: Input<Ratio>? = declare.optional(address("answers"))
        return Hand(
          waitsFor: hand.waitsFor, takes: declare.input(address("takes")),
          timeout: declare.optional(address("timeout")),
          answers: answers.map { ($0, declare.own(address("answers_luck"), one)) })
      }
      return (hands, declare.own(Address("alert", "\(owner).hands", "luck"), one) as Input<Ratio>)
    }
    (hands, luck, addresses) = (made.piece.0, made.piece.1, made.addresses)
    self.share = share
  }

  /// From what is known of the threat to the order, s; a thousand million where nobody gives it.
  func order(_ draws: DrawBlock, _ group: Int) -> Lanes {
    HandChain.order(
      hands.map { hand in
        Drawn(
          waitsFor: hand.waitsFor, takes: draws[hand.takes, group],
          timeout: hand.timeout.map { draws[$0, group] },
          isSilent: hand.answers.map { draws[$0.luck, group] .>= draws[$0.share, group] })
      })
  }

  /// A hand in four draws.
  private struct Drawn {
    let waitsFor: [Int]
    let takes: Lanes
    let timeout: Lanes?
    let isSilent: LaneMask?
  }

  private static func order(_ hands: [Drawn]) -> Lanes {
    let never = Lanes(repeating: never)
    var (asked, done) = ([Lanes](), [Lanes]())
    for hand in hands {
      var start = Lanes.zero
      for before in hand.waitsFor {
        var answer = done[before]
        if let timeout = hand.timeout {
          answer = LaneMath.least(answer, asked[before] + timeout)
        }
        start = LaneMath.greatest(start, answer)
      }
      asked.append(start)
      let end = LaneMath.least(start + hand.takes, never)
      done.append(hand.isSilent.map { LaneMath.pick(end, never, where: $0) } ?? end)
    }
    return done[done.count - 1]
  }

  /// The order where every hand answers and takes as long as is likely, s; nil where no hands are written.
  static func usual(_ theatre: Theatre, country: String, threat: String) -> Double? {
    let owner = country.lowercased()
    let hands = theatre.chain(of: country).hands(against: threat).map { hand -> Drawn in
      func likely(_ field: String) -> Lanes? {
        theatre.bibliography.laws[Address("alert", "\(owner).\(hand.id)", field)].map {
          Lanes(repeating: $0.likely)
        }
      }
      return Drawn(
        waitsFor: hand.waitsFor, takes: likely("takes") ?? .zero, timeout: likely("timeout"),
        isSilent: nil)
    }
    return hands.isEmpty ? nil : order(hands)[0]
  }
}
