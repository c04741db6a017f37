namespace SynthData.Sources.Model.Sending.Limits;

/// <summary>A call's place in the order of calls.</summary>
/// <param name="Wave">Lower ones go first: waves further on wait for them.</param>
/// <param name="Number">Counts calls in the order in which they asked.</param>
internal readonly record struct Ticket(int Wave, long Number) : IComparable<Ticket>
{
    public int CompareTo(Ticket other) => Wave == other.Wave ? Number.CompareTo(other.Number) : Wave.CompareTo(other.Wave);
}
