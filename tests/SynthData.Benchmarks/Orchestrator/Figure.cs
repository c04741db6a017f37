using System.Globalization;

namespace SynthData.Benchmarks.Orchestrator;

/// <summary>One line of the benchmark: what was measured, and the aim beside it.</summary>
/// <param name="Aim">Empty where there is none.</param>
/// <param name="IsMet">Null where there is no aim.</param>
internal sealed record Figure(string Name, string Measured, string Aim = "", bool? IsMet = null)
{
    /// <summary>A figure that is to be at most so much.</summary>
    public static Figure AtMost(string name, double measured, double aim, string format = "0.00") => new(
        name,
        measured.ToString(format, CultureInfo.InvariantCulture),
        "at most " + aim.ToString(format, CultureInfo.InvariantCulture),
        measured <= aim);

    /// <summary>A figure that is to be at least so much.</summary>
    public static Figure AtLeast(string name, double measured, double aim, string format = "0.00") => new(
        name,
        measured.ToString(format, CultureInfo.InvariantCulture),
        "at least " + aim.ToString(format, CultureInfo.InvariantCulture),
        measured >= aim);

    public override string ToString()
    {
        string verdict = IsMet switch
        {
            true => "met",
            false => "MISSED",
            null => "",
        };
        return $"  {Name,-74} {Measured,14}  {Aim,-16} {verdict}".TrimEnd();
    }
}
