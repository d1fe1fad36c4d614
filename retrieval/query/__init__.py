"""What somebody asks: questions and their subject, what they ask for, how they follow on a quote."""
