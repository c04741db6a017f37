using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SynthData.SimulatedProvider;

/// <summary>Faults on a part of all calls, decided by seed, bytes of the call and how often it came: time and order decide nothing.</summary>
/// <param name="share">The part of calls with a fault, from 0 to 1.</param>
public sealed class FaultMix(int seed, double share, IReadOnlyList<Fault> faults)
{
    private readonly ConcurrentDictionary<string, int> times = new(StringComparer.Ordinal);

    /// <summary>One of each kind, by the name the program takes.</summary>
    public static IReadOnlyDictionary<string, Fault> Kinds { get; } = new Dictionary<string, Fault>(StringComparer.Ordinal)
    {
        ["429"] = new Fault.Status(429) { Header = ("Retry-After", "1") },
        ["500"] = new Fault.Status(500),
        ["529"] = new Fault.Status(529, "Overloaded"),
        ["reset"] = new Fault.Reset(),
        ["reset-mid-body"] = new Fault.ResetMidBody(3),
        ["truncated"] = new Fault.Truncated(3),
        ["fenced"] = new Fault.Fenced(),
        ["bare-array"] = new Fault.BareArray(),
        ["lines"] = new Fault.Lines(),
        ["objects"] = new Fault.Objects(),
        ["short"] = new Fault.Missing(2),
        ["extra"] = new Fault.Extra(),
        ["duplicate"] = new Fault.Duplicate(),
        ["wrong-cells"] = new Fault.Writes((slot, column) => Hash($"{slot.Id}|{column}") % 5 == 0 ? "null" : null),
        ["refusal"] = new Fault.Refuses("No."),
        ["page"] = new Fault.Page(),
    };

    /// <summary>What goes wrong on a call: nothing on most.</summary>
    public Fault? Script(RecordedRequest request)
    {
        int time = times.AddOrUpdate(request.Body, 1, (_, count) => count + 1);
        string call = string.Create(CultureInfo.InvariantCulture, $"{seed}|{time}|{request.Body}");
        return Hash(call) < share * uint.MaxValue ? faults[(int)(Hash("kind|" + call) % (uint)faults.Count)] : null;
    }

    private static uint Hash(string text) => BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
