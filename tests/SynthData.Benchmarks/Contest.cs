namespace SynthData.Benchmarks;

/// <summary>Candidates that take turns, and the ratios that are to come out of it.</summary>
/// <param name="Name">What the report calls it.</param>
/// <param name="Fixed">What is the same for all of them.</param>
internal sealed record Contest(string Name, string Fixed, Candidate[] Candidates, Aim[] Aims)
{
    public async Task RunAsync(BenchmarkOptions options)
    {
        Candidate[] wanted = [.. Candidates.Where(candidate => options.Wants($"{Name}: {candidate.Name}"))];
        if (wanted.Length == 0)
            return;
        for (int round = 0; round <= options.Rounds; round++)
        {
            foreach (Candidate candidate in wanted)
                await candidate.RunAsync(isWarmUp: round == 0);
        }

        Console.WriteLine();
        Console.WriteLine($"{Name}: {Fixed}");
        Console.WriteLine($"{"",-36}{"rows/s",12}{"MB/s",8}{"bytes/row",11}{"allocated/row",15}");
        foreach (Candidate candidate in wanted)
        {
            double bytes = candidate.Bytes / (double)candidate.Rows;
            Console.WriteLine($"{candidate.Name,-36}{candidate.Speed,12:N0}{candidate.Speed * bytes / 1e6,8:N0}{bytes,11:N1}{candidate.Allocated,15:N1}");
        }

        foreach (Aim aim in Aims.Where(aim => aim.Ours.Speed > 0 && aim.Theirs.Speed > 0))
            Console.WriteLine($"  {aim.Ours.Name} : {aim.Theirs.Name} = {aim.Ours.Speed / aim.Theirs.Speed:0.00}{(aim.AtLeast > 0 ? $" (aim {aim.AtLeast:0.00})" : "")}");
    }
}

/// <summary>What one candidate is to be, measured by another.</summary>
/// <param name="AtLeast">The ratio of their speeds that is aimed at; 0 where it is only told.</param>
internal sealed record Aim(Candidate Ours, Candidate Theirs, double AtLeast);
