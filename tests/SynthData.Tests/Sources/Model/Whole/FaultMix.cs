using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using SynthData.SimulatedProvider;

namespace SynthData.Tests.Sources.Model.Whole;

/// <summary>Faults on a fifth of one server's calls, decided by seed and call, so that time and order decide nothing.</summary>
internal sealed class FaultMix(int seed, params Fault[] faults)
{
    /// <summary>Faults whose reply is the same whenever it comes.</summary>
    public static readonly Fault[] Steady =
    [
        new Fault.Status(429) { Header = ("Retry-After", "1") }, new Fault.Status(429), new Fault.Status(500), new Fault.Page(),
        new Fault.Truncated(5), new Fault.Fenced(), new Fault.BareArray(), new Fault.Lines(), new Fault.Missing(2), new Fault.Extra(), new Fault.Duplicate(),
        new Fault.Cells("weight", "\"heavy\""), new Fault.Cells("title", "\"A forbidden thing\""), new Fault.Cells("subject", "null"),
        new Fault.Refuses("No."), new Fault.Says("I'm sorry, I can't help with that."),
    ];

    /// <summary>The others too: where the connection ends depends on time.</summary>
    public static readonly Fault[] All = [.. Steady, new Fault.Reset(), new Fault.ResetMidBody(3)];

    private readonly ConcurrentDictionary<string, int> tries = new(StringComparer.Ordinal);

    /// <summary>What goes wrong on a call: nothing on four of five. The same bytes sent again are another call.</summary>
    public Fault? Script(RecordedRequest request)
    {
        int attempt = tries.AddOrUpdate(request.Body, 1, (_, count) => count + 1);
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}|{attempt}|{request.Body}"));
        return BitConverter.ToUInt32(hash) % 5 == 0 ? faults[BitConverter.ToUInt32(hash, 4) % faults.Length] : null;
    }

    /// <summary>Waits a few milliseconds, more or fewer by call.</summary>
    public static Task Dawdle(RecordedRequest request, CancellationToken stop) =>
        Task.Delay(TimeSpan.FromMilliseconds(SHA256.HashData(Encoding.UTF8.GetBytes(request.Body))[7] % 16), stop);
}
