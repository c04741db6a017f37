namespace SynthData.Sources.Model;

/// <summary>Where the waves of a table end: early ones are small, so that what they teach is known soon, and each is as large as all before it, up to a limit.</summary>
/// <remarks>The bounds are those of the table alone: another range of it, or more rows, asks the same slots in the same waves.</remarks>
/// <param name="smallest">Slots of the first wave.</param>
/// <param name="largest">The most slots of a wave.</param>
internal sealed class WaveSchedule(int smallest, int largest)
{
    /// <summary>The index after the last slot of the wave that holds a slot.</summary>
    public long EndOf(long slot)
    {
        long bound = smallest;
        while (bound <= slot && bound < largest)
            bound *= 2;
        return bound > slot ? bound : bound + (((slot - bound) / largest) + 1) * largest;
    }
}
