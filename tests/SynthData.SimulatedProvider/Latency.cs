using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SynthData.SimulatedProvider;

/// <summary>How long an answer takes: to its first token, and for each.</summary>
/// <param name="Spread">The part of a time by which it is longer or shorter at random, from 0 to 1.</param>
/// <param name="Seed">Of that chance; a call takes as long each time it comes with the same seed.</param>
public sealed record Latency(TimeSpan FirstToken, TimeSpan PerToken, double Spread = 0, int Seed = 0)
{
    public static Latency None { get; } = new(TimeSpan.Zero, TimeSpan.Zero);

    public bool IsNone => FirstToken == TimeSpan.Zero && PerToken == TimeSpan.Zero;

    /// <summary>The latency of one call.</summary>
    /// <param name="body">What was sent.</param>
    /// <param name="time">How often it came, from 1.</param>
    public Latency Of(string body, int time)
    {
        if (Spread == 0)
            return this;
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Seed}|{time}|{body}")));
        double factor = 1 + (Spread * ((2 * (BinaryPrimitives.ReadUInt32LittleEndian(hash) / (double)uint.MaxValue)) - 1));
        return new Latency(FirstToken * factor, PerToken * factor);
    }
}
